"""A task of the Windows Task Scheduler, by `schtasks` and XML."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from pmark_desktop.domain.daily_run import SchedulerKind
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.exchange.schedules import windows_task
from pmark_desktop.exchange.schedules.entry import NAME, Entry, Registered
from pmark_desktop.exchange.schedules.tools import Answer, Runner
from pmark_desktop.workspace.schedulers.scheduler import Command, Steps, put, take_away

_TOOL = "schtasks"
_LIST: Command = (_TOOL, "/Query", "/FO", "CSV", "/NH")
# The exit code is 1 whatever it was; the words are of the system's language.
_DENIED = ("denied", "拒否", "0x80070005")
_NOT_THERE = ("cannot find", "does not exist", "見つかりません", "存在しません", "0x80070002")
_DIGITS = 8


class WindowsScheduler:
    r"""The task of this person; `user` is `DOMAIN\name`, '' where that is not known.

    Names of tasks are shared by all who use the computer, so each person's has its own ending.
    """

    kind = SchedulerKind.TASK_SCHEDULER

    def __init__(self, run: Runner, folder: Path, user: str) -> None:
        self._run = run
        self._user = user
        self._draft = folder / f"{NAME}.xml"
        self.name = f"{NAME}-{_ending(user)}" if user else NAME
        self._query: Command = (_TOOL, "/Query", "/TN", self.name)
        self._create: Command = (
            *(_TOOL, "/Create", "/TN", self.name), "/XML", str(self._draft), "/F",
        )  # fmt: skip
        self._delete: Command = (_TOOL, "/Delete", "/TN", self.name, "/F")

    def steps(self, entry: Entry, today: date) -> Steps:
        """Return the task and the call that registers it; the file goes away after that."""
        return Steps({self._draft: self._task(entry, today).decode("utf-16")}, (self._create,))

    def _task(self, entry: Entry, today: date, *, at_logon: bool = True) -> bytes:
        return windows_task.task_file(entry, today, self._user, at_logon=at_logon)

    def install(self, entry: Entry, today: date, _files: Sequence[Path]) -> None:
        """Register the task; one of that name is replaced in one step or stays as it was.

        Some computers let only administrators start a task at logon: there it is done without.

        Raises:
            UserError: it is denied or failed, or the data folder is closed.
        """
        try:
            answer = self._register(self._task(entry, today))
            if answer.code and self._user:
                answer = self._register(self._task(entry, today, at_logon=False))
        finally:
            with suppress(StorageError):  # a scanner may hold it; it says nothing of anybody's
                take_away(self._draft)
        self._demand(answer)

    def _register(self, task: bytes) -> Answer:
        put(self._draft, task)
        return self._run(self._create)

    def registered(self) -> Registered | None:
        """Return what the task is; None where there is none.

        Raises:
            UserError: the scheduler denied or failed to tell.
        """
        answer = self._run((*self._query, "/XML"))
        if answer.code:
            if self._is_there(answer):
                self._demand(answer)
            return None
        found = windows_task.read_task(answer.text)
        if not found.is_active:
            return found
        listing = self._run((*self._query, "/FO", "CSV", "/NH"))
        next_run = "" if listing.code else windows_task.read_next_run(listing.text)
        return Registered(found.at, found.is_active, next_run)

    def remove(self) -> bool:
        """Delete the task.

        Raises:
            UserError: the scheduler denied it or failed.
        """
        answer = self._run(self._query)
        if answer.code and not self._is_there(answer):
            return False
        self._demand(self._run(self._delete))
        return True

    def _is_there(self, failed: Answer) -> bool:
        """Tell whether a query failed although there is such a task.

        Where its words are of another language, the list of all tasks decides.
        """
        if _says(failed, _DENIED):
            return True
        if _says(failed, _NOT_THERE):
            return False
        listing = self._run(_LIST)
        return bool(listing.code) or windows_task.is_listed(self.name, listing.text)

    def _demand(self, answer: Answer) -> None:
        if not answer.code:
            return
        if _says(answer, _DENIED):
            raise UserError(Why.SCHEDULE_DENIED, tool=_TOOL)
        raise UserError(Why.SCHEDULE_TOOL_FAILED, tool=_TOOL, code=answer.code)


def _says(answer: Answer, words: Sequence[str]) -> bool:
    said = answer.text.casefold()
    return any(word in said for word in words)


def _ending(user: str) -> str:
    """Return what stands for a person: the same every time, and no name."""
    return hashlib.sha256(user.casefold().encode("utf-8", "replace")).hexdigest()[:_DIGITS]
