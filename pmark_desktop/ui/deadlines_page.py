"""期限: the timeline and the month calendar of all deadlines."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline_sheet import Choice
from pmark_desktop.ui.flow import FlowLayout
from pmark_desktop.ui.markers import Legend
from pmark_desktop.ui.month_view import MonthView
from pmark_desktop.ui.parts import button, label, tool_button
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.timeline_view import TimelineView
from pmark_desktop.words import list_title

translate = QCoreApplication.translate
_PDF, _PNG = ".pdf", ".png"
_YEAR_MONTHS = 12
_SQUARE = 34
_LIST_WIDTH = 190


class DeadlinesPage(QWidget):
    """All deadlines of the open workspace, as a line of time or month by month.

    It reads when `refresh` is called: after each change, and when another day has begun.

    Signals:
        task_wanted: (task id) the person wants to go to a task.
        file_written: (path: Path) a print or picture was written.
    """

    task_wanted = Signal(str)
    file_written = Signal(object)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadlines_page")
        self._style = style
        self._desk = desk
        self.timeline = TimelineView(style, desk)
        self.month = MonthView(style, desk)
        self._views = QStackedWidget()
        self._views.setObjectName("deadline_views")
        self._views.addWidget(self.timeline)
        self._views.addWidget(self.month)
        self._bars = QStackedWidget()
        self._bars.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._hint = label(look="soon", wraps=True, name="deadline_hint")
        self._make_filters()
        self._lay_out()
        for view in (self.timeline, self.month):
            view.task_wanted.connect(self.task_wanted)
            view.hinted.connect(self._hint.setText)
        self.timeline.zoom_changed.connect(self._show_zoom)
        self.month.month_changed.connect(self._show_month)
        self.show_mode(is_timeline=True)

    # building

    def _make_filters(self) -> None:
        self.lists = QComboBox()
        self.lists.setObjectName("deadline_list")
        self.lists.setAccessibleName(translate("DeadlinesPage", "チェックリスト"))
        self.lists.setMaximumWidth(_LIST_WIDTH)
        self.open_only = QCheckBox(translate("DeadlinesPage", "未完了のみ(&U)"))
        self.open_only.setObjectName("deadline_open_only")
        self.open_only.setChecked(True)
        self._fill_lists()
        self.lists.currentIndexChanged.connect(self._filter)
        self.open_only.toggled.connect(self._filter)

    def _fill_lists(self) -> None:
        """Offer the checklists in use; the chosen one stays chosen."""
        wanted = [(translate("DeadlinesPage", "すべてのリスト"), "")]
        wanted += [
            (list_title(one, self._style.language), one.key) for one in self._desk.content.lists
        ]
        here = [(self.lists.itemText(n), self.lists.itemData(n)) for n in range(self.lists.count())]
        if here == wanted:
            return
        chosen = self.lists.currentData()
        self.lists.blockSignals(True)
        self.lists.clear()
        for title, key in wanted:
            self.lists.addItem(title, key)
        self.lists.setCurrentIndex(max(self.lists.findData(chosen), 0))
        self.lists.blockSignals(False)

    def _lay_out(self) -> None:
        head = FlowLayout(spacing=8)
        head.addWidget(label(translate("DeadlinesPage", "期限"), "title", name="deadlines_title"))
        self._modes = self._choices(
            (translate("DeadlinesPage", "年表"), "mode_timeline"),
            (translate("DeadlinesPage", "カレンダー"), "mode_calendar"),
        )
        for made in self._modes.buttons():
            head.addWidget(made)
        self._modes.idClicked.connect(lambda mode: self.show_mode(is_timeline=mode == 0))
        head.addWidget(self.lists)
        head.addWidget(self.open_only)
        head.add_stretch()
        self._add_exports(head)
        self._bars.addWidget(self._zoom_bar())
        self._bars.addWidget(self._month_bar())
        second = QHBoxLayout()
        second.addWidget(self._bars)
        second.addSpacing(12)
        second.addWidget(self._hint, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 8)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addLayout(second)
        inside.addWidget(self._views, 1)
        inside.addWidget(Legend(self._style))

    def _choices(self, *named: tuple[str, str]) -> QButtonGroup:
        """Return buttons of which one is down."""
        group = QButtonGroup(self)
        for number, (text, name) in enumerate(named):
            made = QPushButton(text)
            made.setObjectName(name)
            made.setProperty("class", "toggle")
            made.setCheckable(True)
            made.setAutoDefault(False)
            group.addButton(made, number)
        return group

    def _zoom_bar(self) -> QWidget:
        bar, row = _bar("zoom_bar")
        words = (
            (Zoom.DAY, translate("DeadlinesPage", "日")),
            (Zoom.WEEK, translate("DeadlinesPage", "週")),
            (Zoom.MONTH, translate("DeadlinesPage", "月")),
            (Zoom.QUARTER, translate("DeadlinesPage", "四半期")),
        )
        self._zooms = self._choices(*((text, f"zoom_{zoom.value}") for zoom, text in words))
        self._zooms.idClicked.connect(lambda place: self.timeline.set_zoom(list(Zoom)[place]))
        for made in self._zooms.buttons():
            row.addWidget(made)
        row.addSpacing(8)
        self._farther = _square("－", "zoom_out", lambda: self.timeline.zoom_by(-1))
        self._nearer = _square("＋", "zoom_in", lambda: self.timeline.zoom_by(1))
        self._farther.setAccessibleName(translate("DeadlinesPage", "縮小"))
        self._nearer.setAccessibleName(translate("DeadlinesPage", "拡大"))
        today = translate("DeadlinesPage", "今日(&T)")
        for made in (
            self._farther,
            self._nearer,
            button(today, "timeline_today", self.timeline.show_today),
        ):
            row.addWidget(made)
        row.addStretch(1)
        self._show_zoom(self.timeline.zoom)
        return bar

    def _month_bar(self) -> QWidget:
        bar, row = _bar("month_bar")
        before = _square("◀", "month_before", lambda: self.month.grid.turn(-1))
        after = _square("▶", "month_after", lambda: self.month.grid.turn(1))
        before.setAccessibleName(translate("DeadlinesPage", "前の月"))
        after.setAccessibleName(translate("DeadlinesPage", "次の月"))
        self._month = label(look="strong", name="month_name")
        self._month.setMinimumWidth(self.fontMetrics().height() * 7)
        today = translate("DeadlinesPage", "今日(&T)")
        row.addWidget(before)
        row.addWidget(after)
        row.addWidget(button(today, "month_today", self._show_this_month))
        row.addSpacing(8)
        row.addWidget(self._month)
        row.addStretch(1)
        return bar

    def _add_exports(self, row: FlowLayout) -> None:
        icons = self._style.icons
        self._print = _tool(
            translate("DeadlinesPage", "PDFに印刷…"), "print_pdf", icons.get("print")
        )
        self._print.clicked.connect(lambda _checked=False: self._print_timeline())
        self._months_menu = QMenu(self)
        for text, name, months in (
            (translate("DeadlinesPage", "表示中の月…"), "print_month", 1),
            (translate("DeadlinesPage", "表示中の月から12か月…"), "print_year", _YEAR_MONTHS),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.triggered.connect(
                lambda _checked=False, months=months: self._print_months(months)
            )
            self._months_menu.addAction(action)
        self._picture = _tool(
            translate("DeadlinesPage", "画像(PNG)に保存…"), "save_png", icons.get("export")
        )
        self._picture.clicked.connect(lambda _checked=False: self._save_picture())
        row.addWidget(self._print)
        row.addWidget(self._picture)

    # showing

    def refresh(self) -> None:
        """Show the deadlines as they are now."""
        self._fill_lists()
        self._filter()

    @property
    def is_timeline(self) -> bool:
        """True while the timeline is shown, False for the calendar."""
        return self._views.currentWidget() is self.timeline

    def show_mode(self, *, is_timeline: bool) -> None:
        """Show the timeline, or the calendar."""
        place = 0 if is_timeline else 1
        self._modes.button(place).setChecked(True)
        self._views.setCurrentIndex(place)
        self._bars.setCurrentIndex(place)
        self._print.setMenu(None if is_timeline else self._months_menu)  # type: ignore[arg-type]  # None takes it away
        self._hint.setText("")
        self._filter()

    def take_focus(self) -> None:
        """Give the keys to the view in sight; a proxy for the focus would catch Tab in the page."""
        (self.timeline if self.is_timeline else self.month.grid).setFocus()

    def _filter(self) -> None:
        """Show what the filters let through; only the view in sight is worked out."""
        choice = Choice(self.lists.currentData() or None, self.open_only.isChecked())
        if self.is_timeline:
            self.timeline.show_only(choice)
        else:
            self.month.show_only(choice)

    def _show_zoom(self, zoom: Zoom) -> None:
        order = list(Zoom)
        self._zooms.button(order.index(zoom)).setChecked(True)
        self._nearer.setEnabled(zoom != order[0])
        self._farther.setEnabled(zoom != order[-1])

    def _show_month(self, _month: date) -> None:
        self._month.setText(self.month.month_words())

    def _show_this_month(self) -> None:
        self.month.grid.choose(self._desk.today)

    # prints and pictures

    def _print_timeline(self) -> None:
        from pmark_desktop.ui.timeline_print import timeline_pdf  # noqa: PLC0415

        if self.is_timeline:
            view = self.timeline
            self._ask(_PDF, lambda: timeline_pdf(self._style, self._desk, view.choice, view.zoom))

    def _print_months(self, months: int) -> None:
        from pmark_desktop.ui.month_print import month_pdf  # noqa: PLC0415

        grid = self.month.grid
        self._ask(_PDF, lambda: month_pdf(self._style, self._desk, grid.choice, grid.month, months))

    def _save_picture(self) -> None:
        from pmark_desktop.ui.month_print import month_png  # noqa: PLC0415
        from pmark_desktop.ui.timeline_print import timeline_png  # noqa: PLC0415

        if self.is_timeline:
            self._ask(_PNG, lambda: timeline_png(self._style, self._desk, self.timeline))
        else:
            self._ask(_PNG, lambda: month_png(self._style, self._desk, self.month.grid))

    def _ask(self, suffix: str, make: Callable[[], bytes]) -> None:
        """Ask for a name and write; a refusal goes the way of all refusals."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        path = self._desk.workspace.path
        mode = self._modes.button(0 if self.is_timeline else 1).text()
        title = translate("DeadlinesPage", "期限")
        name = f"{path.stem}_{title}_{mode}_{self._desk.today:%Y%m%d}{suffix}"
        target = dialogs.ask_picture(self, path.with_name(name))
        if target is not None:
            self.write(target, make, suffix)

    def write(self, target: Path, make: Callable[[], bytes], suffix: str) -> None:
        """Write what `make` returns; tells `file_written`, or the desk that it was refused."""
        from pmark_desktop.workspace.pictures import write_picture  # noqa: PLC0415

        try:
            write_picture(self._desk.workspace.path, target, make(), suffix)
        except UserError as error:
            self._desk.refused.emit(error)
            return
        self.file_written.emit(target)


def _bar(name: str) -> tuple[QWidget, QHBoxLayout]:
    bar = QWidget()
    bar.setObjectName(name)
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return bar, row


def _square(text: str, name: str, clicked: Callable[[], object]) -> QPushButton:
    made = button(text, name, clicked)
    made.setFixedWidth(_SQUARE)
    return made


def _tool(text: str, name: str, icon: QIcon) -> QToolButton:
    made = tool_button(text, name, icon, lambda: None)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made
