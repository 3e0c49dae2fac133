"""The checklists with a check box each: how many tasks, which version, where it comes from."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from pmark_desktop.domain.checklist import Kind
from pmark_desktop.domain.own_items import is_own_list
from pmark_desktop.ui.parts import label, link
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words, list_title
from pmark_desktop.workspace.own_lists import ListStanding

translate = QCoreApplication.translate
_LONGEST = 20  # letters of a source that are seen; the rest is in the tool tip


class ListRows(QWidget):
    """A grid that is made anew when lists come or go.

    Signals:
        switch_wanted: (ListStanding, on) a list is to be used, or not.
        rename_wanted: (ListStanding) an own list is to get another title.
    """

    switch_wanted = Signal(object, bool)
    rename_wanted = Signal(object)

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._shown: tuple[Sequence[ListStanding], bool] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(3, 1)
        self.boxes: dict[str, QCheckBox] = {}

    def show_lists(self, standings: Sequence[ListStanding], *, can_edit: bool) -> None:
        """Show these; the keyboard stays at the list it is at."""
        if self._shown == (standings, can_edit):
            for standing in standings:
                self._set(standing)
            return
        focused = next((key for key, box in self.boxes.items() if box.hasFocus()), None)
        self._clear()
        self._shown = (standings, can_edit)
        for place, standing in enumerate(standings):
            self._add(place, standing, can_edit=can_edit)
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _clear(self) -> None:
        self.boxes.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _set(self, standing: ListStanding) -> None:
        box = self.boxes[standing.checklist.key]
        box.blockSignals(True)
        box.setChecked(standing.is_on)
        box.blockSignals(False)

    def _add(self, place: int, standing: ListStanding, *, can_edit: bool) -> None:
        checklist = standing.checklist
        title = list_title(checklist, self._style.language).replace("&", "&&")
        box = QCheckBox(f"{title} ({checklist.key})")
        box.setObjectName(f"list_{checklist.key}")
        box.setAccessibleDescription(self._counts(standing))
        self.boxes[checklist.key] = box
        self._set(standing)
        box.setEnabled(can_edit and standing.can_switch)
        box.toggled.connect(lambda on: self.switch_wanted.emit(standing, on))
        self._grid.addWidget(box, place, 0)
        self._grid.addWidget(label(self._counts(standing), "faint"), place, 1)
        self._grid.addWidget(label(self._version(standing), "faint"), place, 2)
        if is_own_list(checklist) and standing.is_on:
            rename = link(
                translate("ListRows", "名前を変える"), f"rename_{checklist.key}",
                lambda: self.rename_wanted.emit(standing),
            )  # fmt: skip
            rename.setAccessibleDescription(title)
            rename.setEnabled(can_edit)
            self._grid.addWidget(rename, place, 3, Qt.AlignmentFlag.AlignLeft)
            return
        source = checklist.source
        short = source if len(source) <= _LONGEST else f"{source[: _LONGEST - 1]}…"
        about = label(short, "faint")
        about.setToolTip(source if len(source) > _LONGEST else "")
        self._grid.addWidget(about, place, 3)

    def _counts(self, standing: ListStanding) -> str:
        items = len(standing.checklist.items)
        if not standing.is_on:
            return translate("ListRows", "{0}項目").format(items)
        words = translate("ListRows", "{0}項目・タスク{1}件(未完了{2}件)")
        return words.format(items, standing.tasks, standing.open_tasks)

    def _version(self, standing: ListStanding) -> str:
        checklist = standing.checklist
        day = day_words(checklist.date, self._style.language)
        if is_own_list(checklist):
            return translate("ListRows", "自社 {0}").format(day)
        must = translate("ListRows", "必須・") if checklist.kind is Kind.MAIN else ""
        return translate("ListRows", "{0}{1}版 {2}").format(must, checklist.version, day)
