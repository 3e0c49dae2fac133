"""The page of tasks: what is shown in words, the search, the table, and the chosen task."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.filters import (
    EVERYTHING,
    Filter,
    Vantage,
    application_day,
    of_concern,
)
from pmark_desktop.domain.own_items import is_own_list
from pmark_desktop.domain.standing import Concern
from pmark_desktop.domain.views import Group, SortBy, View
from pmark_desktop.session.cell_typing import CellTyping
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.layout import Layout, load_layout, save_layout
from pmark_desktop.session.sorting import clicked
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.cell_commands import CellCommands
from pmark_desktop.ui.detail import DetailPanel
from pmark_desktop.ui.filter_bar import FilterBar, popup
from pmark_desktop.ui.kept_place import kept_place
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.retire_bar import RetireBar
from pmark_desktop.ui.row_actions import RowActions
from pmark_desktop.ui.shape_menu import ShapeMenus
from pmark_desktop.ui.table_shape import TableShape
from pmark_desktop.ui.task_side import TaskSide
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.view_menu import ViewMenu
from pmark_desktop.words import list_title, pick
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.saved_views import SavedView
from pmark_desktop.workspace.why_dates import WhyDates
from pmark_desktop.workspace.workspace import Done

translate = QCoreApplication.translate
_SEARCH_MS = 120
_WARM_MS, _WARM_SECONDS = 25, 0.005  # the search gets ready beside all else
_ALSO = {"Ctrl++": ("Ctrl+=",)}  # plus without Shift, on keyboards that have it there
SHORTCUTS = (
    ("Ctrl+F", "タスクを検索", "Search the tasks"),
    ("Ctrl+Shift+F", "絞り込みを選ぶ", "Choose filters"),
    ("Ctrl+Alt+L", "絞り込みをやり直す", "Filter again"),
    ("Ctrl+Shift+V", "ビューを選ぶ", "Choose a view"),
    ("Ctrl+Shift+H", "今の列のメニュー(並べ替え・隠す・移動・固定)", "Menu of the column"),
    ("Ctrl++", "表を大きく(Ctrl+ホイールでも)", "Larger table (also Ctrl+wheel)"),
    ("Ctrl+-", "表を小さく", "Smaller table"),
    ("Ctrl+0", "表を標準の大きさに", "Table in its usual size"),
    ("Enter / Space", "まとめの見出しで: 閉じる・開く", "On a heading: fold or open the group"),
)
"""Keys of the page, and what they do in Japanese and English."""


class Picked(NamedTuple):
    """Tasks that were picked elsewhere, and what they are: 「2027年4月・内部監査」."""

    title: str
    ids: tuple[str, ...]


class TaskPage(QWidget):
    """Tasks of one checklist, or of all.

    Signals:
        event_wanted: the person wants to enter an event.
        item_wanted: (list key, item id) the form of an own item is wanted; "" is a new one.
        retired_wanted: the list of what was retired is wanted.
        all_shown: the page left its checklist for all of them.
    """

    event_wanted = Signal()
    item_wanted = Signal(str, str)
    retired_wanted = Signal()
    all_shown = Signal()

    def __init__(
        self, style: Style, desk: Desk, store: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("task_page")
        self._style = style
        self._desk = desk
        self._store = store
        self._why = WhyDates(desk.workspace, style.language)
        self._scope: str | None = None
        self._wanted = EVERYTHING
        self.model = TaskModel(
            desk.today, style.language,
            can_edit=not desk.workspace.is_read_only, why_due=self._why.whole,
            evidence_names=self._evidence_names, parent=self,
        )  # fmt: skip
        self.model.edited.connect(self._edit)
        self.table = TaskTable(self.model, style)
        self.table.serve(CellTyping(desk))
        self.commands = CellCommands(self.table, desk, self)
        self.detail = DetailPanel(style, desk, self._why)
        self.table.chosen.connect(self.detail.show_task)
        self.table.files_dropped.connect(self.detail.evidence.attach_files)
        self._side = TaskSide(style, desk, self.table, self.detail)
        self._rows = RowActions(style, desk, self.table, self)
        self._rows.item_wanted.connect(self.item_wanted)
        self._rows.retired_wanted.connect(self.retired_wanted)
        self.retiring = RetireBar(style, desk, self._rows, self.table)
        self._title = label(look="title", name="page_title")
        self._count = label(look="faint", name="shown_count")
        self._empty = label(look="faint", name="empty", wraps=True)
        self.bar = self._made_bar()
        self.search = self._made_search()
        self._lay_out()
        self._add_actions()
        layout = load_layout(store, desk.workspace.uuid)
        self.shape.apply(layout)
        self.model.set_vantage(self._vantage())
        self.model.reset(desk.content.tasks.values(), self._titles())
        self.model.arrange(layout.sort, layout.group)
        self.show_only()

    # building

    def _made_bar(self) -> FilterBar:
        bar = FilterBar(self._style, self._desk.content.tasks.values)
        bar.wanted_changed.connect(self._want)
        bar.reapply_wanted.connect(self._filter)
        bar.group_dropped.connect(lambda: self._set_group(Group.NONE))
        bar.order_dropped.connect(lambda: self._set_order(()))
        self.views = ViewMenu(self._style, self._desk, self)
        self.views.chosen.connect(self.show_view)
        self.views.save_wanted.connect(self._save_view)
        self.views.replace_wanted.connect(self._replace_view)
        self.views.rename_wanted.connect(self._rename_view)
        self._views_button = bar.add_menu(
            translate("TaskPage", "ビュー"), "view_button", "table", self.views
        )
        self.shape = TableShape(self.table)
        self._menus = ShapeMenus(
            self._style, self.shape, group=self._set_group,
            present_group=lambda: self.model.group, sort=self._sort, unsort=self._unsort,
            fold=lambda is_folded: self.table.fold_all(is_folded=is_folded),
            reset=self._reset_shape,
        )  # fmt: skip
        self._shape_menu = QMenu(self)
        self._shape_menu.setObjectName("shape_menu")
        self._shape_menu.aboutToShow.connect(lambda: self._menus.fill(self._shape_menu))
        bar.add_menu(translate("TaskPage", "表示"), "shape_button", "settings", self._shape_menu)
        self.table.heads.sort_wanted.connect(self._sort_by_click)
        self.table.heads.menu_wanted.connect(self._open_column_menu)
        return bar

    def _add_actions(self) -> None:
        """Add what the keys of `SHORTCUTS` do here."""
        acts: dict[str, tuple[str, Callable[[], object]]] = {
            "Ctrl+F": ("find", self._find),
            "Ctrl+Shift+F": ("filter", self.bar.open_menu),
            "Ctrl+Alt+L": ("reapply", self._filter),
            "Ctrl+Shift+V": ("views", lambda: popup(self.views, self._views_button)),
            "Ctrl+Shift+H": ("column_menu", self._open_current_column),
            "Ctrl++": ("zoom_in", lambda: self.shape.zoom_by(1)),
            "Ctrl+-": ("zoom_out", lambda: self.shape.zoom_by(-1)),
            "Ctrl+0": ("zoom_usual", lambda: self.shape.set_zoom(100)),
        }
        for keys, *words in SHORTCUTS:
            if keys in acts:
                name, act = acts[keys]
                self._add_action(keys, pick((words[0], words[1]), self._style.language), name, act)

    def _add_action(self, keys: str, text: str, name: str, act: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.setObjectName(f"task_{name}")
        action.setShortcuts([QKeySequence(one) for one in (keys, *_ALSO.get(keys, ()))])
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)

    def _made_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("search")
        field.setPlaceholderText(translate("TaskPage", "検索(Ctrl+F)"))
        field.setAccessibleName(translate("TaskPage", "タスクの検索"))
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(220)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SEARCH_MS)
        self._waiting.timeout.connect(self._filter)
        self._warming = QTimer(self)
        self._warming.setInterval(_WARM_MS)
        self._warming.timeout.connect(self._warm)
        self._warming.start()
        field.textChanged.connect(lambda _text: self._waiting.start())
        field.returnPressed.connect(self._search_now)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        self._event = button(
            translate("TaskPage", "発生を登録"), "enter_event", self.event_wanted.emit,
            icon=self._style.icons.get("event"),
        )  # fmt: skip
        self._event.setEnabled(not self._desk.workspace.is_read_only)
        head.addWidget(self._event)
        head.addWidget(self._rows.button)
        head.addWidget(self.search)
        left = QFrame()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.retiring)
        inside.addWidget(self.bar)
        inside.addWidget(self._empty)
        inside.addWidget(self.table, 1)
        self._empty.setContentsMargins(14, 20, 14, 20)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("task_split")
        split.addWidget(left)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setCollapsible(0, False)
        split.setSizes([900, 330])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    # showing

    def show_only(
        self,
        scope: str | None = None,
        concern: Concern | None = None,
        picked: Picked | None = None,
    ) -> None:
        """Show the tasks of one checklist (None: all), or only one concern of them.

        `picked` shows exactly these tasks. Concern and picked ones are named by chips that take
        them away.
        """
        self._scope = self._rows.scope = scope
        self._wanted = EVERYTHING if concern is None else of_concern(concern)
        if picked is not None:
            self._wanted = replace(
                self._wanted, picked=frozenset(picked.ids), picked_title=picked.title
            )
        self._filter()

    def show_task(self, task: str) -> None:
        """Make a task the chosen one, widening what is shown if it is hidden."""
        self.model.unfold_to(task)
        if self.model.row_of(task) is None:
            self.search.clear()
            self.show_only()
            self.model.unfold_to(task)
        self.table.choose(task)

    def show_view(self, view: View) -> None:
        """Look at all tasks as a view says."""
        self._scope = self._rows.scope = None
        self._wanted = replace(view.wanted, search="")
        self.search.setText(view.wanted.search)
        self.shape.show_columns(view.columns)
        with kept_place(self.table, self.model):
            self.model.arrange(view.order, view.group)
        self._filter()
        self.all_shown.emit()

    def present_view(self, name: str) -> View:
        """Return what is shown now as a view of this name."""
        wanted = replace(self._wanted, search=self.search.text().strip())
        if self._scope is not None:
            wanted = replace(wanted, lists=frozenset({self._scope}))
        return View(
            name=name, wanted=wanted, order=self.model.order, group=self.model.group,
            columns=self.shape.visible(),
        )  # fmt: skip

    def refresh(self, done: Done) -> None:
        """Follow what was saved."""
        self.model.set_vantage(self._vantage())
        if done.tasks is None:
            with kept_place(self.table, self.model):
                self.model.reset(self._desk.content.tasks.values(), self._titles())
            self._keep_choice()
        else:
            tasks = self._desk.content.tasks
            self.model.replace(tasks[id_] for id_ in done.tasks if id_ in tasks)
        self._describe()
        self._warming.start()
        self._side.refresh()

    def set_today(self, today: date) -> None:
        """Show everything as it stands on another day."""
        self.model.set_vantage(replace(self._vantage(), today=today))
        self._side.refresh()

    def stop(self) -> None:
        """Remember the shape of the table, and ask the workspace nothing more."""
        self._waiting.stop()
        self._warming.stop()
        self._side.stop()
        layout = self.shape.layout_with(self.model.order, self.model.group)
        save_layout(self._store, self._desk.workspace.uuid, layout)

    def _titles(self) -> dict[str, str]:
        language = self._style.language
        return {one.key: list_title(one, language) for one in self._desk.content.lists}

    def _vantage(self) -> Vantage:
        content = self._desk.content
        own = frozenset(one.key for one in content.lists if is_own_list(one))
        return Vantage(self._desk.today, application_day(content.cycle), own)

    def _evidence_names(self) -> dict[int, str]:
        return {one.number: f"{one.name} {one.place}" for one in self._desk.workspace.evidence()}

    def _warm(self) -> None:
        if not self.model.warm(_WARM_SECONDS):
            self._warming.stop()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _search_now(self) -> None:
        self._waiting.stop()
        self._filter()
        self.table.setFocus()

    def _want(self, wanted: Filter) -> None:
        if wanted == EVERYTHING:
            self.search.clear()
        self._wanted = wanted
        self._filter()

    def _filter(self) -> None:
        self._waiting.stop()
        with kept_place(self.table, self.model):
            self.model.show_only(scope=self._scope, wanted=self._wanted, search=self.search.text())
        self._keep_choice()
        self._describe()

    def _keep_choice(self) -> None:
        """Choose the first task where the one that was chosen is not shown any more."""
        if self.table.currentIndex().isValid():
            return
        wanted = self.detail.task_id
        if wanted and self.table.choose(wanted):
            return
        if first := self.model.first_task():
            self.table.choose(first)
        else:
            self.detail.show_task("")

    def _describe(self) -> None:
        titles = self._titles()
        title = translate("TaskPage", "すべてのタスク")
        if self._scope is not None:
            title = titles[self._scope]
        self._title.setText(title)
        shown, total = self.model.found_count, self.model.scope_total
        self._count.setText(translate("TaskPage", "{0} / {1}件").format(shown, total))
        order = self.model.order
        self.bar.show_state(self._wanted, titles, self.model.group, order)
        self.table.heads.set_order([(PLACES[one.column], one.descends) for one in order])
        self._empty.setVisible(shown == 0)
        self.table.setVisible(shown > 0)
        self._empty.setText(
            translate(
                "TaskPage", "該当するタスクはありません。検索の言葉か絞り込みを変えてください。"
            )
        )

    # order, groups, columns

    def _set_order(self, order: tuple[SortBy, ...]) -> None:
        with kept_place(self.table, self.model):
            self.model.set_order(order)
        self._describe()

    def _set_group(self, group: Group) -> None:
        with kept_place(self.table, self.model):
            self.model.set_group(group)
        self._keep_choice()
        self._describe()

    def _sort_by_click(self, place: int, adds: bool) -> None:
        self._set_order(clicked(self.model.order, COLUMNS[place].name, adds=adds))

    def _sort(self, one: SortBy, adds: bool) -> None:
        others = [held for held in self.model.order if held.column != one.column]
        self._set_order((*others, one) if adds else (one,))

    def _unsort(self, column: str) -> None:
        self._set_order(tuple(one for one in self.model.order if one.column != column))

    def _open_column_menu(self, place: int, at: QPoint) -> None:
        if place >= 0:
            menu = self._menus.column_menu(COLUMNS[place].name, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def _open_current_column(self) -> None:
        """Open the menu of the column that the keys are in, below its head."""
        place = max(self.table.currentIndex().column(), 0)
        rect = self.table.visualRect(self.model.index(self.table.rowAt(0), place))
        self._open_column_menu(place, self.table.viewport().mapToGlobal(rect.topLeft()))

    def _reset_shape(self) -> None:
        self.shape.apply(Layout())

    # views

    def _save_view(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        title = translate("TaskPage", "ビューの保存")
        name = dialogs.ask_line(self, title, translate("TaskPage", "ビューの名前:"))
        if name is not None:
            self._desk.save_view(self.present_view(name))

    def _replace_view(self, held: SavedView) -> None:
        if held.view is not None:
            self._desk.change_view(held.key, self.present_view(held.view.name))

    def _rename_view(self, held: SavedView) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        if held.view is None:
            return
        title = translate("TaskPage", "ビューの名前の変更")
        question = translate("TaskPage", "ビューの名前:")
        name = dialogs.ask_line(self, title, question, held.view.name)
        if name is not None:
            self._desk.rename_view(held.key, name)

    def _edit(self, task: str, field: str, text: str) -> None:
        refusals = self._desk.refused.connect(self._note_refusal)
        self._desk.edit(task, field, text)
        self._desk.refused.disconnect(refusals)

    def _note_refusal(self, error: UserError) -> None:
        """Let the editor stay open: what was typed is not lost where it cannot be saved."""
        self.table.note_refusal(explain(error, self._style.language))
