"""Why a task is due on its day, in words; worked out when it is asked for."""

from datetime import date

from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.due_story import DueStory, due_story
from pmark_desktop.domain.schedule import Resolver
from pmark_desktop.domain.task import Task
from pmark_desktop.words import Language
from pmark_desktop.words_why_dates import short_story, whole_story
from pmark_desktop.workspace.reschedule import resolver
from pmark_desktop.workspace.workspace import Content, Workspace


class WhyDates:
    """Tells how dues came about. What gives the dates is made once for each saved state."""

    def __init__(self, workspace: Workspace, language: Language) -> None:
        self._workspace = workspace
        self._language = language
        self._made_for: tuple[Content, OfficeDays] | None = None
        self._resolver: Resolver | None = None

    @property
    def is_ready(self) -> bool:
        """True when the next answer takes no time: what gives the dates is there already."""
        known = self._made_for
        content, office = self._workspace.content, self._workspace.office
        return known is not None and known[0] is content and known[1] is office

    def story(self, task: Task, today: date) -> DueStory:
        """Return how a task came by its due."""
        return due_story(task, self._dates(), self._workspace.office, today)

    def short(self, task: Task, today: date) -> str:
        """Return in a line or two what moved a due; '' where nothing did."""
        return short_story(task, self.story(task, today), self._language)

    def whole(self, task: Task, today: date) -> str:
        """Return step by step how a due came about."""
        return whole_story(task, self.story(task, today), self._language)

    def _dates(self) -> Resolver:
        if self._resolver is None or not self.is_ready:
            content, office = self._workspace.content, self._workspace.office
            self._resolver = resolver(
                content.cycle, content.lists, office, content.events, content.tasks
            )
            self._made_for = (content, office)
        return self._resolver
