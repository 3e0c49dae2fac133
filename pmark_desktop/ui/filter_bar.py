"""Above the table: what is filtered, in words that can be taken away, and the menus to add more."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pmark_desktop.domain.filters import CHOICES, CODES, EVERYTHING, Filter, toggled, without
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.ui.flow import FlowLayout
from pmark_desktop.ui.parts import button, by_enter
from pmark_desktop.ui.staying_menu import StayingMenu
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import pick
from pmark_desktop.words_finding import CONDITIONS, GROUPS, Chip, chips, order_words, value_words

translate = QCoreApplication.translate
_MOST_OFFERED = 300  # owners or tags in a menu; more would not be read
_MOST_WORDS = 60

Tasks = Callable[[], Iterable[Task]]


class FilterBar(QWidget):
    """Chips for conditions, groups and order; each is taken away by pressing it.

    Signals:
        wanted_changed: (Filter) the person wants other conditions.
        group_dropped: the person wants no groups.
        order_dropped: the person wants the order of the lists.
        reapply_wanted: what no longer fits is to go.
    """

    wanted_changed = Signal(object)
    group_dropped = Signal()
    order_dropped = Signal()
    reapply_wanted = Signal()

    def __init__(self, style: Style, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self._style = style
        self._tasks = tasks
        self._titles: Mapping[str, str] = {}
        self.wanted = EVERYTHING
        self._said: list[Chip] = []
        self._chips: list[QPushButton] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(14, 0, 14, 8)
        self.menu = self._made_menu()
        self._button = self.add_menu(
            translate("FilterBar", "絞り込み"), "filter_button", "filter", self.menu
        )
        self._clear = by_enter(
            button(translate("FilterBar", "すべて解除"), "clear_filters", self._want_nothing)
        )

    def add_menu(self, text: str, name: str, icon: str, menu: QMenu) -> QPushButton:
        """Put a button with a menu behind the others."""
        made = QPushButton(text)
        made.setObjectName(name)
        made.setIcon(self._style.icons.get(icon))
        made.setMenu(menu)
        made.setAutoDefault(False)
        self._flow.addWidget(made)
        return made

    def open_menu(self) -> None:
        """Open the menu of conditions, to be used with the keys."""
        popup(self.menu, self._button)

    def show_state(
        self,
        wanted: Filter,
        titles: Mapping[str, str],
        group: Group = Group.NONE,
        order: Sequence[SortBy] = (),
    ) -> None:
        """Show these conditions, groups and order; `titles` are those of the checklists."""
        self.wanted, self._titles = wanted, titles
        language = self._style.language
        said = chips(wanted, language, titles, self._there(wanted))
        if group is not Group.NONE:
            said.append(Chip("group", pick(GROUPS[group], language)))
        if order:
            said.append(Chip("order", order_words(order, language)))
        if said != self._said:
            self._said = said
            self._show_chips(said)

    def _there(self, wanted: Filter) -> dict[str, set[str]]:
        """Return the values that tasks have, of the conditions that may name what is gone."""
        found: dict[str, set[str]] = {}
        if wanted.owners:
            found["owners"] = {task.owner for task in self._tasks()}
        if wanted.tags:
            found["tags"] = {task.tag for task in self._tasks()}
        if wanted.lists:
            found["lists"] = set(self._titles)
        return found

    def _show_chips(self, said: list[Chip]) -> None:
        had_focus = any(chip.hasFocus() for chip in (*self._chips, self._clear))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._clear)
        self._chips = [self._chip(one) for one in said]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self._clear)
        self._clear.setVisible(not self.wanted.is_empty)
        if had_focus:
            (self._chips[0] if self._chips else self._button).setFocus()
        self.updateGeometry()

    def _chip(self, one: Chip) -> QPushButton:
        drops: dict[str, Callable[[], object]] = {
            "group": self.group_dropped.emit, "order": self.order_dropped.emit,
        }  # fmt: skip
        drop = drops.get(one.condition, lambda: self._drop(one.condition))
        words = one.words if len(one.words) <= _MOST_WORDS else f"{one.words[:_MOST_WORDS]}…"
        made = by_enter(button(words.replace("&", "&&"), f"chip_{one.condition}", drop))
        made.setProperty("class", "chip")
        made.setIcon(self._style.icons.get("close"))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setToolTip(translate("FilterBar", "押すと外します"))
        made.setAccessibleName(translate("FilterBar", "{0} を外す").format(one.words))
        return made

    def _drop(self, condition: str) -> None:
        self.wanted_changed.emit(without(self.wanted, condition))

    def _want_nothing(self) -> None:
        self.wanted_changed.emit(EVERYTHING)

    # the menu

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("filter_menu")
        for condition in CHOICES:
            menu.addMenu(self._condition_menu(menu, condition))
        menu.addSeparator()
        again = menu.addAction(translate("FilterBar", "絞り込みをやり直す"))
        again.setObjectName("reapply_filter")
        again.triggered.connect(lambda _checked=False: self.reapply_wanted.emit())
        clear = menu.addAction(translate("FilterBar", "すべて解除"))
        clear.triggered.connect(lambda _checked=False: self._want_nothing())
        return menu

    def _condition_menu(self, parent: QMenu, condition: str) -> QMenu:
        made = StayingMenu(pick(CONDITIONS[condition], self._style.language), parent)
        made.setObjectName(f"filter_{condition}")
        made.aboutToShow.connect(lambda: self._fill(made, condition))
        return made

    def _fill(self, menu: QMenu, condition: str) -> None:
        menu.clear()
        chosen = getattr(self.wanted, condition)
        offered = self._offered(condition)
        for value, count in offered[:_MOST_OFFERED]:
            words = value_words(condition, value, self._style.language, self._titles)
            shown = f"{words[:_MOST_WORDS]}  ({count})" if count is not None else words
            action = menu.addAction(shown.replace("&", "&&"))
            action.setObjectName(f"{condition}:{value}")
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(
                lambda _checked=False, value=value: self.wanted_changed.emit(
                    toggled(self.wanted, condition, value)
                )
            )
        if len(offered) > _MOST_OFFERED:
            more = translate("FilterBar", "ほか{0}件は検索で絞り込めます")
            menu.addAction(more.format(len(offered) - _MOST_OFFERED)).setEnabled(False)
        if not offered:
            menu.addAction(translate("FilterBar", "(ありません)")).setEnabled(False)

    def _offered(self, condition: str) -> list[tuple[str, int | None]]:
        """Return the values of a condition, of names also how many tasks have them."""
        if condition in CODES:
            return [(one.value, None) for one in CODES[condition]]
        counts: Counter[str]
        match condition:
            case "lists":
                counts = Counter(task.list_key for task in self._tasks())
                return [(key, counts[key]) for key in self._titles]
            case "owners":
                counts = Counter(task.owner for task in self._tasks())
            case _:
                counts = Counter(task.tag for task in self._tasks())
                if counts.keys() == {""}:
                    return []
        return sorted(counts.items(), key=lambda one: (not one[0], one[0]))


def popup(menu: QMenu, below: QWidget) -> None:
    """Open a menu below a widget with its first entry chosen, so that the keys go on."""
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
    actions = [action for action in menu.actions() if action.isEnabled()]
    if actions:
        menu.setActiveAction(actions[0])
