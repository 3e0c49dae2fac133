"""The left side: whose mark it is, and the way to every page."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pmark_desktop.domain.task import State
from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.fitted_text import fitted
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import list_title

translate = QCoreApplication.translate
_KEY = Qt.ItemDataRole.UserRole
OVERVIEW, DEADLINES = "overview", "deadlines"
ALL, EVIDENCE, LOG, SETTINGS = "all", "evidence", "log", "settings"
_LIST = "list:"
_WIDTH_LINES = 12  # heights of a line of text
_SIDE, _BESIDE_ICON, _AROUND = 12, 24, 14  # pixels


def list_page(key: str) -> str:
    """Return the name of the page of a checklist."""
    return f"{_LIST}{key}"


def list_key(page: str) -> str | None:
    """Return the checklist of a page; None for all of them."""
    return page.removeprefix(_LIST) if page.startswith(_LIST) else None


class Navigation(QFrame):
    """The list of pages.

    Signals:
        page_wanted: (page) the person chose a page.
    """

    page_wanted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self._style = style
        self._desk = desk
        self._name = label(look="strong", wraps=True, name="organisation_name")
        self._number = label(look="faint", name="registration_number")
        self._pages = QListWidget()
        self._pages.setObjectName("pages")
        self._pages.setAccessibleName(translate("Navigation", "ページ"))
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages.setIconSize(QSize(18, 18))
        self._pages.currentItemChanged.connect(self._tell)
        self.setFixedWidth(self.fontMetrics().height() * _WIDTH_LINES)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_SIDE, 12, 0, 8)
        inside.addWidget(self._name)
        inside.addWidget(self._number)
        inside.addWidget(self._pages, 1)
        self._items: dict[str, QListWidgetItem] = {}
        self.refresh()

    def refresh(self) -> None:
        """Show the name, the lists in use and how far each is."""
        organisation = self._desk.content.organisation
        self._name.setText(organisation.name)
        self._number.setText(organisation.number)
        self._number.setVisible(bool(organisation.number))
        wanted = self._wanted()
        if [page for page, _, _ in wanted] != list(self._items):
            self._rebuild(wanted)
        for page, words, _ in wanted:
            self._show_words(self._items[page], words)

    def _show_words(self, item: QListWidgetItem, words: str) -> None:
        """Show the words of a page, those that are too long on two lines."""
        shown = fitted(words, self.font(), self.fontMetrics(), self._room(), 2)
        lines = shown.count("\n") + 1
        item.setText(shown)
        item.setSizeHint(QSize(0, self.fontMetrics().height() * lines + _AROUND))
        item.setToolTip(plain_tip(words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _room(self) -> int:
        """Return the pixels that the words of a page have."""
        return self.width() - 2 * _SIDE - self._pages.iconSize().width() - _BESIDE_ICON

    def choose(self, page: str) -> None:
        """Make a page the chosen one, without telling."""
        self._pages.blockSignals(True)
        self._pages.setCurrentItem(self._items[page])
        self._pages.blockSignals(False)

    def _wanted(self) -> list[tuple[str, str, str]]:
        progress = self._progress()
        everything = translate("Navigation", "すべてのタスク")
        pages = [
            (OVERVIEW, translate("Navigation", "概況"), "overview"),
            (ALL, f"{everything}  {progress['']}", "table"),
            (DEADLINES, translate("Navigation", "期限"), "timeline"),
        ]
        for checklist in self._desk.content.lists:
            title = list_title(checklist, self._style.language)
            words = f"{title}  {progress.get(checklist.key, '0/0')}"
            pages.append((list_page(checklist.key), words, "checklist"))
        return [
            *pages,
            (EVIDENCE, translate("Navigation", "証跡"), "evidence"),
            (LOG, translate("Navigation", "変更履歴"), "history"),
            (SETTINGS, translate("Navigation", "設定"), "settings"),
        ]

    def _progress(self) -> dict[str, str]:
        """Return done of wanted by checklist, and of all under ""."""
        done: Counter[str] = Counter()
        wanted: Counter[str] = Counter()
        for task in self._desk.content.tasks.values():
            if task.state is not State.EXCLUDED:
                wanted[task.list_key] += 1
                done[task.list_key] += task.state is State.DONE
        shown = {key: f"{done[key]}/{number}" for key, number in wanted.items()}
        return shown | {"": f"{done.total()}/{wanted.total()}"}

    def _rebuild(self, wanted: list[tuple[str, str, str]]) -> None:
        current = self._pages.currentItem()
        chosen = current.data(_KEY) if current else None
        self._pages.blockSignals(True)
        self._pages.clear()
        self._items.clear()
        for page, words, name in wanted:
            item = QListWidgetItem(self._style.icons.get(name), words)
            item.setData(_KEY, page)
            self._pages.addItem(item)
            self._items[page] = item
        if chosen in self._items:
            self._pages.setCurrentItem(self._items[chosen])
        self._pages.blockSignals(False)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page_wanted.emit(item.data(_KEY))
