"""The main window: the start page or an open workspace, the menus, and the strip below."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QVBoxLayout, QWidget

from pmark_desktop import __version__
from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.settings import (
    Settings,
    Theme,
    forget_file,
    recent_files,
    remember_file,
    save_settings,
)
from pmark_desktop.ui.calendar_actions import CalendarActions
from pmark_desktop.ui.desk_view import DeskView
from pmark_desktop.ui.launching import Launcher
from pmark_desktop.ui.strip import Message, MessageStrip
from pmark_desktop.ui.theme import Style, colors_of
from pmark_desktop.ui.workbook_export import WorkbookAction
from pmark_desktop.words_refusals import explain, notice_words
from pmark_desktop.workspace.workspace import Told, Workspace, default_name

if TYPE_CHECKING:
    from pmark_desktop.ui.cell_commands import CellReport
    from pmark_desktop.ui.checklist_actions import ChecklistActions
    from pmark_desktop.ui.delegates import Typed
    from pmark_desktop.ui.tray import Tray

translate = QCoreApplication.translate
_GEOMETRY = "geometry"
_TITLE_BAR = 40  # pixels that the frame of a window takes
StyleMaker = Callable[[Settings], Style]


class MainWindow(QMainWindow):
    """The program's one window.

    Args:
        make_style: gives the looks for some preferences, and applies them to the program.
        store: where preferences are kept.
        settings: the preferences.
        clock: says which day deadlines are counted from.
        by: the name for the log; "" takes that of the preferences or the account.
    """

    def __init__(
        self,
        make_style: StyleMaker,
        store: QSettings,
        settings: Settings,
        clock: DayClock,
        *,
        by: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._make_style = make_style
        self._store = store
        self._settings = settings
        self._clock = clock
        self._by = by
        self.desk: Desk | None = None
        self.view: DeskView | None = None
        clock.day_changed.connect(self._follow_day)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_scheme)
        self._tray: Tray | None = None
        self._unsaved: tuple[Typed, str] | None = None
        self._look = make_style(settings)
        self.setWindowIcon(self._look.icons.program())
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        self.resize(QSize(1280, 760).boundedTo(room))
        if geometry := store.value(_GEOMETRY):
            self.restoreGeometry(geometry)
        self._build()

    # building

    def _build(self) -> None:
        """Make the frame that stays: menus and strip."""
        self._whole = QWidget()
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._content: QWidget | None = None
        self.strip = MessageStrip(self._look)
        self._column.addWidget(self.strip)
        self.setCentralWidget(self._whole)
        self._launcher = Launcher(self.strip, self._look.language)
        self._export = WorkbookAction(self, self.strip, self._look.language)
        self._calendars = CalendarActions(self, self.strip, self._look.language)
        self._lists: ChecklistActions | None = None
        self._build_menus()

    def _build_menus(self) -> None:
        self.menuBar().clear()
        file = self.menuBar().addMenu(translate("MainWindow", "ファイル(&F)"))
        keys = QKeySequence.StandardKey
        self._act(file, translate("MainWindow", "新しく作る(&N)…"), "new", self.start_new, keys.New)
        self._act(file, translate("MainWindow", "開く(&O)…"), "open", self.ask_open, keys.Open)
        self._recent = QMenu(translate("MainWindow", "最近使ったファイル(&R)"), file)
        self._recent.aboutToShow.connect(self._fill_recent)
        file.addMenu(self._recent)
        self._act(file, translate("MainWindow", "サンプルで試す(&S)"), "sample", self.open_sample)
        file.addSeparator()
        self._only_open = [
            self._act(file, translate("MainWindow", "証跡台帳(Excel)を書き出す(&E)…"), "export", self.export_workbook, "Ctrl+E"),
            self._act(file, translate("MainWindow", "予定表(.ics)に書き出す(&I)…"), "calendar", self.export_calendar),
            self._act(file, translate("MainWindow", "担当者へのメール下書き(&M)…"), "mail", self.draft_mail),
            self._act(file, translate("MainWindow", "チェックリストを取り込む(&L)…"), "take_list", self.take_list),
            self._act(file, translate("MainWindow", "点検(&C)"), "check", self.check),
            self._act(file, translate("MainWindow", "閉じる(&W)"), "close_file", self.show_start, keys.Close),
        ]  # fmt: skip
        file.addSeparator()
        self._act(
            file,
            translate("MainWindow", "チェックリストのひな型(Excel)(&T)…"),
            "list_template",
            self.write_list_template,
        )
        file.addSeparator()
        self._act(file, translate("MainWindow", "終了(&X)"), "quit", self.close, "Ctrl+Q")
        self._edit = self.menuBar().addMenu(translate("MainWindow", "編集(&E)"))
        self._fill_edit_menu()
        about = self.menuBar().addMenu(translate("MainWindow", "ヘルプ(&H)"))
        self._act(
            about, translate("MainWindow", "キー操作の一覧(&K)"), "shortcuts", self.show_shortcuts, "F1",
        )  # fmt: skip
        self._act(
            about, translate("MainWindow", "このプログラムについて(&A)"), "about", self._about
        )

    def _act(
        self,
        menu: QMenu,
        text: str,
        name: str,
        act: Callable[[], object],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action_{name}")
        action.triggered.connect(lambda _checked=False: act())
        if keys is not None:
            action.setShortcut(keys)
        menu.addAction(action)
        return action

    def _fill_edit_menu(self) -> None:
        self._edit.clear()
        for action in self._only_open:
            action.setEnabled(self.desk is not None)
        if self.desk is None:
            self._edit.menuAction().setVisible(False)
            return
        self._edit.menuAction().setVisible(True)
        from pmark_desktop.ui.undo_actions import UndoActions  # noqa: PLC0415

        self._undo = UndoActions(self.desk.steps, self._look, self)
        self._edit.addActions([self._undo.undo, self._undo.redo])
        self._edit.addSeparator()
        self._act(
            self._edit, translate("MainWindow", "操作の一覧(&L)"), "steps", self.show_steps, "Ctrl+Shift+L",
        )  # fmt: skip

    def _show(self, content: QWidget) -> None:
        """Put another widget above the strip."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.insertWidget(0, content, 1)
        content.show()

    # the start page

    def show_start(self) -> None:
        """Close the workspace and show the ways in."""
        from pmark_desktop.session.recent import read_recent  # noqa: PLC0415
        from pmark_desktop.ui.start_page import StartPage  # noqa: PLC0415

        if not self._may_leave():
            return
        self._close_desk()
        page = StartPage(self._look)
        page.set_recent(read_recent(recent_files(self._store), self._clock.today))
        page.new_wanted.connect(self.start_new)
        page.open_wanted.connect(self.ask_open)
        page.sample_wanted.connect(self.open_sample)
        page.recent_wanted.connect(self.open_file)
        page.forget_wanted.connect(self._forget)
        self._show(page)

    def _follow_day(self) -> None:
        """Count the countdowns of the start page anew; an open workspace follows by itself."""
        from pmark_desktop.session.recent import read_recent  # noqa: PLC0415
        from pmark_desktop.ui.start_page import StartPage  # noqa: PLC0415

        if isinstance(self._content, StartPage):
            self._content.set_recent(read_recent(recent_files(self._store), self._clock.today))

    def look_outside(self, state: Qt.ApplicationState) -> None:
        """Look at day and file when the person comes back to the program."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._clock.look()

    def _forget(self, path: Path) -> None:
        forget_file(self._store, path)
        self.show_start()

    def start_new(self) -> None:
        """Show the form of a new workspace."""
        from pmark_desktop.ui.new_form import NewForm  # noqa: PLC0415
        from pmark_desktop.workspace.lists import ALL, chosen_lists  # noqa: PLC0415

        if not self._may_leave():
            return
        self._close_desk()
        form = NewForm(self._look, self._clock, chosen_lists(ALL))
        form.create_wanted.connect(self._create)
        form.cancelled.connect(self.show_start)
        self._show(form)

    def _create(self, given: object) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415
        from pmark_desktop.workspace.creating import NewWorkspace, create_workspace  # noqa: PLC0415

        if not isinstance(given, NewWorkspace):
            return
        path = dialogs.ask_new(self, _documents() / f"{_file_name(given.name)}.pmark")
        if path is None:
            return
        try:
            told = create_workspace(path, given, self._clock.today, by=self._name())
        except UserError as error:
            self.refuse(error)
            return
        if self.open_file(path):
            self.strip.say(translate("MainWindow", "作成しました。"))
            self.tell(tuple(told))

    def ask_open(self) -> None:
        """Ask for a workspace and open it."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        here = self.desk.workspace.path.parent if self.desk else _documents()
        path = dialogs.ask_open(self, here)
        if path is not None:
            self.open_file(path)

    def open_sample(self) -> None:
        """Open the sample, fresh from today unless it was edited."""
        from pmark_desktop.workspace.sample import is_unedited_sample, write_sample  # noqa: PLC0415

        places = QStandardPaths.StandardLocation.AppDataLocation
        path = Path(QStandardPaths.writableLocation(places)) / "sample.pmark"
        if not self._may_leave():
            return
        self._close_desk()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or is_unedited_sample(path):
                write_sample(path, self._clock.today, by=self._name())
        except UserError as error:
            self.refuse(error)
        self.open_file(path)

    # an open workspace

    def open_file(self, path: Path) -> bool:
        """Open a workspace instead of the present one; False if it was refused."""
        if self.desk is not None and self.desk.workspace.path == path.absolute():
            return True
        if not self._may_leave():
            return False
        try:
            workspace = Workspace(path, by=self._name())
        except UserError as error:
            self.refuse(error)
            if self._content is None:
                self.show_start()
                self.refuse(error)
            return False
        self._close_desk()
        self.desk = Desk(workspace, self._clock, self._look.language, self)
        self.desk.refused.connect(self.refuse)
        self.desk.told.connect(self.tell)
        self.desk.changed.connect(self._saved)
        remember_file(self._store, workspace.path)
        self._show_desk()
        return True

    def _show_desk(self) -> None:
        if self.desk is None:
            return
        workspace = self.desk.workspace
        self.view = DeskView(self._look, self.desk, self._store, self._settings)
        self.view.evidence_wanted.connect(self._open_evidence)
        self.view.preferences_changed.connect(self._prefer)
        self.view.file_written.connect(self._say_written)
        self.view.said.connect(self.strip.say)
        self.view.template_wanted.connect(self.write_list_template)
        self.view.cells_reported.connect(self._say_cells)
        self.view.text_unsaved.connect(self._say_unsaved)
        self._show(self.view)
        self._fill_edit_menu()
        self.strip.say("")
        self.strip.show_file(workspace.path, is_read_only=workspace.is_read_only)
        name = self.desk.content.organisation.name
        self.setWindowTitle(f"{name} - {QGuiApplication.applicationDisplayName()}")
        self.view.take_focus()
        QTimer.singleShot(0, self._follow_reminders)  # after the first paint

    def _follow_reminders(self) -> None:
        """Show how reminders stand in the tray, if the person wants it there."""
        if self._tray is None and self._settings.tray and self.desk is not None:
            from pmark_desktop.ui.tray import Tray  # noqa: PLC0415

            self._tray = Tray(self._look, self)
            self._tray.open_wanted.connect(self.raise_up)
            self._tray.quit_wanted.connect(self.close)
        if self._tray is not None and not self._settings.tray:
            self._tray.remove()
            self._tray = None
        if self._tray is not None and self._tray.icon is not None:
            self._tray.follow(self.desk.reminders if self.desk is not None else None)

    def raise_up(self) -> None:
        """Bring the window before the person, also from the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _close_desk(self) -> None:
        if self._lists is not None:
            self._lists.stop()
        if self.desk is None:
            return
        self._export.stop()
        if self.view is not None:
            self.view.stop()
        if self._tray is not None:
            self._tray.follow(None)
        self.desk.close()
        self.desk.deleteLater()
        self.desk, self.view = None, None
        self._fill_edit_menu()
        self.strip.say("")
        self.strip.show_file(None)
        self.setWindowTitle(QGuiApplication.applicationDisplayName())

    def commit_editor(self) -> None:
        """Save what is being typed."""
        if self.view is not None:
            self.view.commit_editor()

    def show_steps(self) -> None:
        """Show or hide the list of steps."""
        if self.view is not None:
            self.view.toggle_steps()

    def show_shortcuts(self) -> None:
        """Show all keys of the window and of the tables in it."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415
        from pmark_desktop.ui.shortcut_list import groups_of, table_of  # noqa: PLC0415

        groups = groups_of(self, self._look.language)
        dialogs.show_text(
            self, translate("MainWindow", "キー操作の一覧"), table_of(groups, self._look.colors)
        )

    def export_workbook(self) -> None:
        """Ask for a name and write the evidence workbook."""
        if self.desk is not None:
            self.commit_editor()
            self._export.ask(self.desk)

    def export_calendar(self) -> None:
        """Ask for a name and write the calendar file."""
        if self.desk is not None:
            self.commit_editor()
            self._calendars.ask_calendar(self.desk)

    def draft_mail(self) -> None:
        """Ask to whom and write a mail draft."""
        if self.desk is not None:
            self.commit_editor()
            self._calendars.ask_mail(self.desk)

    def take_list(self) -> None:
        """Show the page that takes a checklist in, and ask for its file."""
        if self.view is not None:
            self.commit_editor()
            self.view.show_list_import().ask()

    def write_list_template(self) -> None:
        """Ask for a list and a name, and write the form for a checklist in Excel."""
        from pmark_desktop.ui.checklist_actions import ChecklistActions  # noqa: PLC0415

        if self._lists is None:
            self._lists = ChecklistActions(self, self.strip, self._look.language)
        folder = self.desk.workspace.path.parent if self.desk else _documents()
        self._lists.ask_template(self.desk, folder)

    def check(self) -> None:
        """Check the open file and say what was found."""
        from pmark_desktop.workspace.checking import check, problem_words  # noqa: PLC0415

        if self.desk is None:
            return
        try:
            problems = check(self.desk.workspace)
        except UserError as error:
            self.refuse(error)
            return
        if not problems:
            self.strip.say(translate("MainWindow", "点検しました。異常はありません。"))
            return
        lines = [problem_words(problem, self._look.language) for problem in problems[:5]]
        more = len(problems) - len(lines)
        if more > 0:
            lines.append(translate("MainWindow", "ほか{0}件").format(more))
        self.strip.say("\n".join(lines), Message.REFUSAL)

    def _open_evidence(self, number: int) -> None:
        if self.desk is not None:
            self._launcher.open_evidence(self.desk, number)

    # saying

    def refuse(self, error: object) -> None:
        """Say why something was refused."""
        if isinstance(error, UserError):
            self.strip.say(explain(error, self._look.language), Message.REFUSAL)

    def _say_written(self, path: Path) -> None:
        """Say that a print or picture was written, with the ways to it."""
        from pmark_desktop.ui.workbook_export import open_path  # noqa: PLC0415

        self.strip.say(
            translate("MainWindow", "書き出しました: {0}").format(path),
            actions=(
                (translate("MainWindow", "開く"), "open_written", lambda: open_path(path)),
                (translate("MainWindow", "フォルダを開く"), "open_folder", lambda: open_path(path.parent)),
            ),
        )  # fmt: skip

    def _say_cells(self, report: "CellReport") -> None:
        """Say what became of a command on cells, with a way to see what was skipped."""
        if not report.skipped:
            self.strip.say(report.words)
            return
        words = translate("MainWindow", "一覧を見る")
        self.strip.say(
            report.words, Message.NOTICE,
            ((words, "show_skipped", lambda: self._show_skipped(report)),),
        )  # fmt: skip

    def _show_skipped(self, report: "CellReport") -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        columns = (
            (translate("MainWindow", "タスク"), 110),
            (translate("MainWindow", "列"), 90),
            (translate("MainWindow", "入れようとした内容"), 200),
            (translate("MainWindow", "理由"), 620),
        )
        title = translate("MainWindow", "変更していないセル")
        dialogs.show_rows(self, self._look, title, columns, report.skipped)

    def _say_unsaved(self, typed: "Typed", reason: str) -> None:
        """Say why what was typed is not saved, with a way back to it."""
        self._unsaved = typed, reason
        words = translate("MainWindow", "入力に戻る")
        act = (words, "type_again", lambda: self._type_again(typed))
        self.strip.say(reason, Message.REFUSAL, (act,))

    def _type_again(self, typed: "Typed") -> None:
        if self.view is not None:
            self.view.type_again(typed)

    def tell(self, told: tuple[Told, ...]) -> None:
        """Say what should be known about what was done."""
        if told:
            lines = [notice_words(one.notice, one.facts, self._look.language) for one in told]
            self.strip.say("\n".join(lines), Message.NOTICE)

    def report_crash(self, report: Path) -> None:
        """Say that the program made a mistake, and where the report lies."""
        self.strip.say(
            translate(
                "MainWindow",
                "プログラムの不具合が起きました。保存済みの内容は無事です。報告(個人情報を含みません): {0}",
            ).format(report),
            Message.REFUSAL,
        )

    def _saved(self, _done: object) -> None:
        if self.view is not None and self.view.is_outdated:
            QTimer.singleShot(0, self, self._show_again)  # after all who follow have followed
        if self.desk is not None:
            self.strip.say("")
            self.strip.show_saved(self.desk.workspace.saved_at)
            name = self.desk.content.organisation.name
            self.setWindowTitle(f"{name} - {QGuiApplication.applicationDisplayName()}")

    # the rest

    def _name(self) -> str:
        return self._by or self._settings.author or default_name()

    def _prefer(self, settings: Settings) -> None:
        """Keep other preferences; the name takes effect at once, colours if nothing is typed."""
        before, self._settings = self._settings, settings
        save_settings(self._store, settings)
        if self.desk is not None:
            self.desk.workspace.by = self._name()
        self._follow_reminders()
        words = translate("MainWindow", "設定を保存しました。")
        if settings.theme is not before.theme:
            if self.view is not None and self.view.has_unsaved:
                words += translate("MainWindow", "配色は、次に開いたときから変わります。")
            else:
                self._repaint_all()
                if self.view is not None:
                    self.view.show_preferences()
        self.strip.say(words)

    def _follow_scheme(self, _scheme: object) -> None:
        """Turn light or dark with the computer, unless that would throw typing away."""
        theme = self._settings.theme
        if theme is not Theme.SYSTEM or colors_of(theme) == self._look.colors:
            return
        is_open = self.view is not None
        in_form = self.view.is_in_form if self.view is not None else not self._is_at_start()
        if in_form:
            self.strip.say(translate("MainWindow", "配色は、次に開いたときから変わります。"))
            return
        here = self.view.here if self.view is not None else None
        self._repaint_all()
        if is_open and self.view is not None and here is not None:
            self.view.go_back_to(*here)
        elif not is_open:
            self.show_start()

    def _is_at_start(self) -> bool:
        from pmark_desktop.ui.start_page import StartPage  # noqa: PLC0415

        return isinstance(self._content, StartPage)

    def _repaint_all(self) -> None:
        """Make everything that is seen again, in the colours of the preferences."""
        self._look = self._make_style(self._settings)
        self._export.stop()
        self._launcher.clean_up()
        if self.view is not None:
            self.view.stop()
        self._build()
        self._content = None
        self._show_desk()

    def _show_again(self) -> None:
        """Make the view again after the cycle was closed or opened: other things can be done."""
        if self.view is not None and self.view.is_outdated:
            self.view.stop()
            self._content = None
            self.view.hide()
            self.view.deleteLater()
            self._show_desk()
            self.view.show_cycle()

    def _may_leave(self) -> bool:
        """Save what is being typed, and ask what to do about what is not saved; True to go on."""
        if self.view is None:
            return True
        if not self._may_leave_cell():
            return False
        if not self.view.has_unsaved:
            return True
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        return dialogs.ask_again(
            self,
            translate("MainWindow", "まだ保存していない入力があります。"),
            translate("MainWindow", "保存せずに閉じる"),
            translate("MainWindow", "戻る"),
        )

    def _may_leave_cell(self) -> bool:
        """Save what is being typed into a cell; ask about it where it cannot be saved."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        self._unsaved = None
        self.commit_editor()
        if self._unsaved is None:
            return True
        typed, reason = self._unsaved
        if dialogs.ask_again(
            self,
            translate("MainWindow", "入力中のセルを保存できません。\n{0}").format(reason),
            translate("MainWindow", "入力を捨てて続ける"),
            translate("MainWindow", "入力に戻る"),
        ):
            return True
        self._type_again(typed)
        return False

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in recent_files(self._store):
            action = self._recent.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.open_file(path))

    def _about(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        text = translate(
            "MainWindow",
            "Pマーク更新デスク {0}\n\nプライバシーマークの更新を、満了日から逆算して進めるためのプログラムです。\nMITライセンス。文字と画像のライセンスは resources フォルダにあります。\nプライバシーマークは一般財団法人日本情報経済社会推進協会の登録商標です。",
        ).format(__version__)
        dialogs.about(self, text)

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self._store.setValue(_GEOMETRY, self.saveGeometry())
        self._close_desk()
        if self._tray is not None:
            self._tray.remove()  # Windows keeps the icon of a program that forgets it
            self._tray = None
        self._store.sync()
        self._launcher.clean_up()
        super().closeEvent(event)
        app = QApplication.instance()
        if app is not None and event.isAccepted():
            app.quit()


def _documents() -> Path:
    places = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(places) or Path.home())


def _file_name(name: str) -> str:
    """Return a file name made of an organisation's name."""
    return "".join("_" if char in '\\/:*?"<>|\n\t' else char for char in name)[:60].strip(". ")
