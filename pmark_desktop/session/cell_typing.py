"""What typing into a cell has to know: whether a text can be, names, and what day it is."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.session.desk import Desk
from pmark_desktop.words import day_words
from pmark_desktop.words_deadlines import closure_words
from pmark_desktop.words_refusals import explain


class CellTyping:
    """Answers the editors of cells from the open workspace; changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def today(self) -> date:
        """The day that dates without a year are near to."""
        return self._desk.today

    @property
    def office(self) -> OfficeDays:
        """The days on which the company works."""
        return self._desk.workspace.office

    def refusal(self, task: str, field: str, text: str) -> str:
        """Return why a field of a task cannot hold a text, in a sentence; "" where it can."""
        from pmark_desktop.workspace.editing import plan_texts  # noqa: PLC0415

        plan = plan_texts(self._desk.workspace, {task: {field: text}}, self.today)
        return explain(plan.refused[0].error, self._desk.language) if plan.refused else ""

    def day(self, text: str) -> date | None:
        """Return the day that a text means; None where it means none."""
        try:
            return parse_date(text, self.today)
        except UserError:
            return None

    def day_hint(self, text: str) -> str:
        """Return the day that a text means in words, and why nobody works on it; "" for none."""
        day = self.day(text)
        if day is None:
            return ""
        language = self._desk.language
        why = closure_words(self.office.why_closed(day), language)
        return " ".join((day_words(day, language), why)).strip()

    def names(self) -> Sequence[str]:
        """Return the people who hold a role, own a task or checked one; the busiest first."""
        content = self._desk.content
        found = Counter(task.owner for task in content.tasks.values())
        found.update(task.checked_by for task in content.tasks.values())
        found.update(holder.person for holder in content.roles)
        return [name for name, _ in found.most_common() if name.strip()]
