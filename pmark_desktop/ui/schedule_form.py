"""The daily run while the program is closed: what is registered, and the consent to it."""

import os
from collections.abc import Callable, Iterable
from datetime import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from pmark_desktop.domain.daily_run import DEFAULT_AT, parse_time, time_words
from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.background import BackgroundCall
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.fields import Field
from pmark_desktop.ui.parts import button, card, label, restyle
from pmark_desktop.ui.schedule_files import ScheduleFiles
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import Language
from pmark_desktop.words_refusals import explain
from pmark_desktop.words_schedule import plan_words, standing_words
from pmark_desktop.workspace.scheduling import (
    DailyRun,
    Plan,
    Standing,
    Wanted,
    command_line,
    daily_run_here,
)

translate = QCoreApplication.translate
_WIDEST = 720
_TIME_LETTERS = 6


class TimeField(Field):
    """A time of day in any form a person types; the plain form stands beside it."""

    def __init__(self, name: str, words: str, language: Language) -> None:
        super().__init__(name, words, language, letters=_TIME_LETTERS)
        self.meaning.show()  # keeps its place, and the field at the left

    @property
    def at(self) -> time | None:
        """The time that is typed; None while it is none."""
        try:
            return parse_time(self.text)
        except UserError:
            return None

    def _typed(self) -> None:
        plain = time_words(self.at) if self.at else ""
        self.meaning.setText(f"→ {plain}" if plain not in ("", self.text) else "")
        super()._typed()


class ScheduleForm(QWidget):
    """Says what is registered, what would be, and registers it once a person agrees.

    The tools of the system may take seconds: they run in another thread, and are first asked
    when the form is seen.
    """

    def __init__(
        self,
        style: Style,
        desk: Desk,
        recent: Iterable[Path] = (),
        run: DailyRun | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("schedule_form")
        self._style = style
        self._offered = [desk.workspace.path, *recent]
        self._daily = run
        self._call: BackgroundCall | None = None
        self._standing: Standing | None = None
        self._make_parts()
        self._lay_out()
        self.time.show_saved(time_words(DEFAULT_AT))
        self._offer(None)
        self.time.changed.connect(self._follow)
        self.time.left.connect(self._check_time)
        self.files.changed.connect(self._follow)
        self._follow()

    def _make_parts(self) -> None:
        self.state = label("", "strong", wraps=True, name="schedule_state")
        self.time = TimeField(
            "schedule_time", translate("ScheduleForm", "知らせる時刻(&T)"), self._style.language
        )
        self.files = ScheduleFiles(self._style.language)
        self.plan = label("", wraps=True, name="schedule_plan")
        self.command = label("", "faint", wraps=True, name="schedule_command")
        self.install = button(
            translate("ScheduleForm", "同意して登録(&K)"), "schedule_install", self._install,
            look="main",
        )  # fmt: skip
        self.remove = button(
            translate("ScheduleForm", "登録をやめる(&D)"), "schedule_remove", self._remove
        )
        self.message = label("", wraps=True, name="schedule_message")
        self._busy = QProgressBar()
        self._busy.setObjectName("schedule_busy")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(6)

    def _lay_out(self) -> None:
        frame, inside = card("schedule_card")
        frame.setMaximumWidth(_WIDEST)
        inside.setSpacing(10)
        title = translate("ScheduleForm", "プログラムを閉じている間も知らせる")
        inside.addWidget(label(title, "heading"))
        about = translate(
            "ScheduleForm",
            "プログラムを開いていなくても、毎日決まった時刻に期限を調べ、知らせることがあればデスクトップに通知します。",
        )
        inside.addWidget(label(about, "faint", wraps=True))
        inside.addWidget(self.state)
        inside.addWidget(self.time)
        chosen = QLabel(translate("ScheduleForm", "対象のファイル(&J)"))
        chosen.setBuddy(self.files)
        inside.addWidget(chosen)
        inside.addWidget(self.files)
        inside.addWidget(self._consent())
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.install)
        foot.addWidget(self.remove)
        foot.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(foot)
        inside.addWidget(self._busy)
        # Side by side with nothing: in a column, Qt forgets the greatest width when it works out
        # how high wrapped text is, and cuts its last line off.
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(frame, 1000)
        row.addStretch(1)

    def _consent(self) -> QFrame:
        """Return the box that says what will be registered where, before it is."""
        frame, inside = card("schedule_consent")
        inside.addWidget(label(translate("ScheduleForm", "登録する内容"), "heading"))
        inside.addWidget(self.plan)
        inside.addWidget(self.command)
        self._consent_box = frame
        return frame

    @property
    def _run(self) -> DailyRun:
        if self._daily is None:
            self._daily = daily_run_here()
        return self._daily

    def refresh(self) -> None:
        """Ask the system again what is registered."""
        self._ask(
            translate("ScheduleForm", "登録の状態を調べています…"), self._run.standing, self._show
        )

    # what is shown

    def _show(self, standing: object) -> None:
        if not isinstance(standing, Standing):
            raise TypeError(standing)
        self._standing = standing
        found = standing.registered
        words = standing_words(
            standing.kind,
            at=found.at if found else None,
            is_registered=found is not None,
            is_active=found is not None and found.is_active,
            language=self._style.language,
        )
        if found is not None and found.next_run:
            words += "\n" + translate("ScheduleForm", "次回: {0}").format(found.next_run)
        if standing.trouble is not None:
            words += "\n" + explain(standing.trouble, self._style.language)
        off = found is not None and (not found.is_active or standing.trouble or standing.missing)
        restyle(self.state, "soon" if off else "good" if found else "strong")
        self.state.setText(words)
        if found is not None and found.at is not None:
            self.time.show_saved(time_words(found.at))
        self._offer(standing)
        self._follow()

    def _offer(self, standing: Standing | None) -> None:
        """Offer what is registered, the open file and the recent ones; tick what runs now."""
        listed = list(standing.files) if standing and standing.registered else []
        paths = [*listed, *(Path(os.path.abspath(one)) for one in self._offered)]  # noqa: PTH100
        missing = standing.missing if standing else frozenset[Path]()
        shown = list(dict.fromkeys(paths))
        self.files.show_files(shown, listed or shown[:1], missing)

    def _follow(self) -> None:
        """Say what would be registered with what is chosen now."""
        at = self.time.at
        if at is None:
            self._cannot(
                translate("ScheduleForm", "時刻を直すと、ここに登録する内容を表示します。")
            )
            return
        try:
            plan = self._run.plan(self._wanted(at))
        except UserError as error:
            self._cannot(explain(error, self._style.language))
            return
        self._describe(plan, at)
        self._allow(is_sound=True)

    def _cannot(self, words: str) -> None:
        self.plan.setText(words)
        self.command.hide()
        self._allow(is_sound=False)

    def _describe(self, plan: Plan, at: time) -> None:
        says = plan_words(plan.kind, plan.name, at, len(plan.files), self._style.language)
        self.plan.setText("\n".join(says))
        lines = (
            translate("ScheduleForm", "実行するコマンド: {0}").format(command_line(plan.command)),
            translate("ScheduleForm", "対象の一覧の保存先: {0}").format(plan.list_file),
        )
        self.command.setText("\n".join(lines))
        self.command.show()

    def _wanted(self, at: time) -> Wanted:
        return Wanted(self.files.ticked, at, self._style.language)

    def _allow(self, *, is_sound: bool) -> None:
        free = self._call is None
        self.time.setEnabled(free)
        self.files.setEnabled(free)
        self.install.setEnabled(free and is_sound)
        known = self._standing
        self.remove.setEnabled(free and known is not None and known.registered is not None)
        self._busy.setVisible(not free)

    def _check_time(self) -> None:
        self.time.check(parse_time)

    # what is done

    def _install(self) -> None:
        if (at := self.time.at) is None:
            return
        wanted = self._wanted(at)
        done = translate("ScheduleForm", "登録しました。毎日 {0} に知らせます。")
        self._change(
            translate("ScheduleForm", "登録しています…"),
            lambda: self._run.install(wanted),
            done.format(time_words(at)),
        )

    def _remove(self) -> None:
        done = translate("ScheduleForm", "登録をやめました。閉じている間は知らせません。")
        self._change(translate("ScheduleForm", "登録を取り消しています…"), self._run.remove, done)

    def _change(self, doing: str, act: Callable[[], object], done: str) -> None:
        """Change what is registered, then show what the system says of it."""
        run = self._run

        def work() -> Standing:
            act()
            return run.standing()

        def ended(standing: object) -> None:
            self.time.reset_to(time_words(self.time.at or DEFAULT_AT))
            self._show(standing)
            self._say(done, "good")

        self._ask(doing, work, ended)

    def _ask(self, doing: str, work: Callable[[], object], ended: Callable[[object], None]) -> None:
        """Do one thing in another thread; a second wish while it runs is not heard."""
        if self._call is not None:
            return
        self._call = BackgroundCall(work)
        self._ended = ended
        self._call.done.connect(self._done, Qt.ConnectionType.QueuedConnection)
        self._call.refused.connect(self._refused, Qt.ConnectionType.QueuedConnection)
        self._call.crashed.connect(self._crashed, Qt.ConnectionType.QueuedConnection)
        self._say(doing, "faint")
        self._follow()
        self._call.start()

    def _end(self) -> None:
        self._call = None
        self._say("", "faint")
        self._follow()

    def _done(self, result: object) -> None:
        self._end()
        self._ended(result)

    def _refused(self, error: UserError) -> None:
        self._end()
        self._say(explain(error, self._style.language), "late")

    def _crashed(self, error: Exception) -> None:
        self._end()
        raise error

    def _say(self, text: str, look: str) -> None:
        restyle(self.message, look)
        self.message.setText(text)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._standing is None:
            self.refresh()
