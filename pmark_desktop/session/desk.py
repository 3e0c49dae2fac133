"""The open workspace as the window sees it: every wish goes through here, and comes back.

What does a wish is imported with the first one: nothing of it is needed to paint the window.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.holiday_list import HolidaysByYear
from pmark_desktop.domain.records import Evidence, evidence_label
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.views import View
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.history import Step, UndoList
from pmark_desktop.words import ACTS, Language, many_words, pick
from pmark_desktop.words_steps import act_step, add_step, edit_step
from pmark_desktop.workspace.workspace import Content, Done, Told, Workspace

if TYPE_CHECKING:
    from pmark_desktop.session.reminder_feed import ReminderFeed
    from pmark_desktop.workspace.editing import EditPlan


class Desk(QObject):
    """An open workspace, its undo stack, and the clock that deadlines are counted by.

    Signals:
        changed: (done: Done) something was saved; what is shown has to follow.
        refused: (error: UserError) a wish was refused; nothing changed.
        told: (notices: tuple[Told, ...]) something was done, and this should be known.
    """

    changed = Signal(object)
    refused = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        clock: DayClock,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.clock = clock
        self.language = language
        self.stack = QUndoStack(self)
        self.steps = UndoList(self.stack, self)
        self._reminders: ReminderFeed | None = None
        self._lost = ""  # why the file could not be read at the last look
        self._follows = workspace.is_followed
        if self._follows:
            clock.looked.connect(self.catch_up)

    @property
    def today(self) -> date:
        """The day that deadlines are counted from; `clock.day_changed` tells of another."""
        return self.clock.today

    @property
    def content(self) -> Content:
        """What the workspace holds now."""
        return self.workspace.content

    @property
    def reminders(self) -> "ReminderFeed":
        """What has to be told now; worked out when it is first asked for."""
        if self._reminders is None:
            from pmark_desktop.session.reminder_feed import ReminderFeed  # noqa: PLC0415

            self._reminders = ReminderFeed(self)
        return self._reminders

    def close(self) -> None:
        """Close the file."""
        if self._follows:
            self.clock.looked.disconnect(self.catch_up)
        self.steps.close()
        if self._reminders is not None:
            self._reminders.close()
            self._reminders = None
        self.workspace.close()

    def catch_up(self) -> None:
        """Take in what another has written since; it is told, and so is a file that is lost."""
        try:
            done = self.workspace.catch_up()
        except StorageError as error:
            if error.why not in (Why.FILE_BUSY, self._lost):  # the next look is soon; said once
                self._lost = error.why
                self.refused.emit(error)
            return
        self._lost = ""
        if done is not None:
            self.changed.emit(done)
            self.told.emit(done.notices)

    # wishes

    def edit(self, task: str, field: str, text: str) -> bool:
        """Change a field of a task to what was typed; True if it was saved."""
        from pmark_desktop.workspace import editing  # noqa: PLC0415

        def act() -> Done:
            changes, told = editing.parse_fields({field: text}, self.today)
            return editing.set_fields(self.workspace, task, changes, self.today, tuple(told))

        return self._do(edit_step(task, field, self.language), act)

    def edit_many(self, plan: "EditPlan", *, name: str = "", notices: Iterable[Told] = ()) -> bool:
        """Carry out planned changes to several tasks as one step; True if something was saved.

        `name` is what the step is called instead of the fields that it changes.
        """
        from pmark_desktop.workspace import editing  # noqa: PLC0415

        fields = {field for edit in plan.edits for field in editing.changed_fields(edit)}
        name = name or many_words(sorted(fields), len(plan.edits), self.language)
        return self._do(name, lambda: editing.write_edits(self.workspace, plan, notices=notices))

    def paste(
        self,
        name: str,
        plan: "EditPlan",
        list_key: str,
        rows: Sequence[Mapping[str, str]],
        notices: Iterable[Told] = (),
    ) -> bool:
        """Carry out planned changes and add rows as own tasks to a list, as one step."""
        from pmark_desktop.workspace.pasting import write_paste  # noqa: PLC0415

        return self._do(
            name,
            lambda: write_paste(self.workspace, plan, list_key, rows, self.today, notices=notices),
        )

    def back_to_rule(self, task: str) -> bool:
        """Give a task the due date of its rule again."""
        return self.edit(task, "due", "")

    def set_cycle(self, texts: Mapping[str, str]) -> bool:
        """Change anchors to what was typed."""
        from pmark_desktop.workspace import cycles  # noqa: PLC0415

        def act() -> Done:
            changes = cycles.parse_cycle_fields(texts, self.today)
            return cycles.set_cycle(self.workspace, changes, self.today)

        return self._do(pick(ACTS["cycle"], self.language), act)

    def add_closed_day(
        self, whose: Whose, name: str, first: str, last: str, *, every_year: bool
    ) -> bool:
        """Enter days on which the company or the assessment body is closed."""
        from pmark_desktop.workspace import closed_days  # noqa: PLC0415

        def act() -> Done:
            span, told = closed_days.parse_span(
                name, first, last, every_year=every_year, today=self.today
            )
            return closed_days.add_closed(self.workspace, whose, span, told)

        return self._do(self._closed_day(name), act)

    def change_closed_day(
        self, whose: Whose, id_: int, name: str, first: str, last: str, *, every_year: bool
    ) -> bool:
        """Change closed days to what was typed."""
        from pmark_desktop.workspace import closed_days  # noqa: PLC0415

        def act() -> Done:
            span, told = closed_days.parse_span(
                name, first, last, every_year=every_year, today=self.today
            )
            return closed_days.change_closed(self.workspace, whose, id_, span, told)

        return self._do(self._closed_day(name), act)

    def retire_closed_day(self, whose: Whose, id_: int, name: str) -> bool:
        """Take closed days out of use."""
        from pmark_desktop.workspace import closed_days  # noqa: PLC0415

        return self._do(
            self._closed_day(name),
            lambda: closed_days.retire_closed(self.workspace, whose, id_),
        )

    def import_holidays(self, holidays: HolidaysByYear, source: str) -> bool:
        """Take in holidays as they were published."""
        from pmark_desktop.workspace.holidays import import_holidays  # noqa: PLC0415

        return self._do(
            pick(ACTS["holidays"], self.language),
            lambda: import_holidays(self.workspace, holidays, source),
        )

    def retire_holidays(self, year: int) -> bool:
        """Compute the holidays of a year again instead of those that were taken in."""
        from pmark_desktop.workspace.holidays import retire_holidays  # noqa: PLC0415

        return self._do(
            act_step("holidays_back", str(year), self.language),
            lambda: retire_holidays(self.workspace, year),
        )

    def _closed_day(self, name: str) -> str:
        return act_step("closed_day", name, self.language)

    def set_organisation(self, texts: Mapping[str, str]) -> bool:
        """Change facts of the organisation."""
        from pmark_desktop.workspace import people  # noqa: PLC0415

        return self._do(
            pick(ACTS["organisation"], self.language),
            lambda: people.set_organisation(self.workspace, texts),
        )

    def set_reminder_policy(self, texts: Mapping[str, str]) -> bool:
        """Change when this workspace wants reminders to what was typed."""
        from pmark_desktop.workspace import reminder_policy  # noqa: PLC0415

        return self._do(
            pick(ACTS["setting"], self.language),
            lambda: reminder_policy.set_policy(self.workspace, texts),
        )

    def save_view(self, view: View) -> bool:
        """Keep a way to look at the tasks in the workspace."""
        from pmark_desktop.workspace import saved_views  # noqa: PLC0415

        return self._do(self._view(view.name), lambda: saved_views.save_view(self.workspace, view))

    def change_view(self, key: str, view: View) -> bool:
        """Keep another view, or the same by another name, in place of one."""
        from pmark_desktop.workspace import saved_views  # noqa: PLC0415

        return self._do(
            self._view(view.name), lambda: saved_views.change_view(self.workspace, key, view)
        )

    def rename_view(self, key: str, name: str) -> bool:
        """Give a kept view another name."""
        from pmark_desktop.workspace import saved_views  # noqa: PLC0415

        return self._do(
            self._view(name), lambda: saved_views.rename_view(self.workspace, key, name)
        )

    def retire_view(self, key: str, name: str) -> bool:
        """Take a view out of use."""
        from pmark_desktop.workspace import saved_views  # noqa: PLC0415

        return self._do(self._view(name), lambda: saved_views.retire_view(self.workspace, key))

    def _view(self, name: str) -> str:
        return f"{pick(ACTS['view'], self.language)} {' '.join(name.split())}".rstrip()

    def assign(self, role: str, person: str, mail: str) -> bool:
        """Say who holds a role."""
        from pmark_desktop.workspace import people  # noqa: PLC0415

        return self._do(
            act_step("assign", role, self.language),
            lambda: people.assign(self.workspace, role, person, mail),
        )

    def occur(self, list_key: str, anchor: Anchor, name: str, day_text: str) -> bool:
        """Enter an event on the day that was typed."""
        from pmark_desktop.domain.typed_dates import parse_date  # noqa: PLC0415
        from pmark_desktop.workspace import events  # noqa: PLC0415

        def act() -> Done:
            day = parse_date(day_text, self.today)
            return events.occur(self.workspace, list_key, anchor, name, day)

        return self._do(act_step("occur", name, self.language), act)

    def attach_file(
        self, task: str, path: Path, progress: Callable[[float], None] | None = None
    ) -> bool:
        """Copy a file into the workspace as evidence."""
        from pmark_desktop.workspace import proofs  # noqa: PLC0415

        return self._attach(
            path.name, lambda: proofs.attach_file(self.workspace, task, path, self.today, progress)
        )

    def attach_link(self, task: str, url: str) -> bool:
        """Attach a web address as evidence."""
        from pmark_desktop.workspace import proofs  # noqa: PLC0415

        return self._attach(url, lambda: proofs.attach_link(self.workspace, task, url, self.today))

    def attach_paper(self, task: str, place: str) -> bool:
        """Attach the place of a paper as evidence."""
        from pmark_desktop.workspace import proofs  # noqa: PLC0415

        return self._attach(
            place, lambda: proofs.attach_paper(self.workspace, task, place, self.today)
        )

    def link_evidence(self, task: str, evidence: Evidence) -> bool:
        """Attach evidence that is there already to one more task."""
        from pmark_desktop.workspace import proofs  # noqa: PLC0415

        return self._do(
            act_step("link", evidence.name, self.language),
            lambda: proofs.link_evidence(self.workspace, task, evidence),
        )

    def retire_evidence(self, number: int, reason: str) -> bool:
        """Take evidence out of use, with a reason."""
        from pmark_desktop.workspace import proofs  # noqa: PLC0415

        return self._do(
            act_step("retire_evidence", evidence_label(number), self.language),
            lambda: proofs.retire_evidence(self.workspace, number, reason),
        )

    def _attach(self, what: str, act: Callable[[], Done]) -> bool:
        return self._do(add_step(what, self.language), act)

    def carry_out(self, name: str, act: Callable[[], Done]) -> bool:
        """Do any other wish as one step of this name; True if something was saved."""
        return self._do(name, act)

    def _do(self, name: str, act: Callable[[], Done]) -> bool:
        """Do a wish, put it on the undo stack, and tell; True if something was saved."""
        try:
            done = act()
        except UserError as error:
            if error.why is not Why.NOTHING_CHANGED:
                self.refused.emit(error)
            return False
        self.stack.push(
            Step(
                name, done.operation, self._reverse, self.refused.emit,
                at=self.workspace.saved_at,
            )
        )  # fmt: skip
        self.changed.emit(done)
        if done.notices:
            self.told.emit(done.notices)
        return True

    def _reverse(self, operation: int, act: str) -> Done:
        done = self.workspace.undo(operation, act=act)
        self.changed.emit(done)
        return done
