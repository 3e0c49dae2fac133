"""What is done to selected cells: copy, cut, paste, clear, fill, today. One step each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.task import FIELDS
from pmark_desktop.session import clipboard_text
from pmark_desktop.session.cell_area import Landing, fill, landing, rectangle
from pmark_desktop.session.cell_values import as_text, copied
from pmark_desktop.session.clipboard_text import Block
from pmark_desktop.session.columns import COLUMNS, Editor
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.words import FIELDS as FIELD_WORDS
from pmark_desktop.words import list_title, pick
from pmark_desktop.words_choices import code_of
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.pasting import Cell, Skipped, own_rows, plan_cells, readable_rows
from pmark_desktop.workspace.workspace import cleaned_away

translate = QCoreApplication.translate
_LIBREOFFICE = "libreoffice-tsvc"  # its plain text has blanks for line ends and tabs
_MOST_LISTED = 2_000
SHORTCUTS = (
    ("Ctrl+C", "コピー", "Copy"),
    ("Ctrl+X", "切り取り", "Cut"),
    ("Ctrl+V", "貼り付け", "Paste"),
    ("Delete", "選んだセルを空にする", "Clear the selected cells"),
    ("Ctrl+D", "上のセルを下へコピー", "Fill down"),
    ("Ctrl+R", "左のセルを右へコピー", "Fill right"),
    ("Ctrl+;", "日付のセルに今日を入れる", "Today into cells of dates"),
)
"""Keys, and what they do in Japanese and English; those of `task_table.SHORTCUTS` beside them."""


@dataclass(frozen=True, slots=True)
class CellReport:
    """What became of a command: words, and each cell that was skipped (task, column, text, why)."""

    words: str
    skipped: tuple[tuple[str, str, str, str], ...] = ()


class CellCommands(QObject):
    """The commands on the selected cells of the task table, as actions of it.

    Signals:
        reported: (report: CellReport) a command was carried out, wholly or in part.
    """

    reported = Signal(object)

    def __init__(self, table: TaskTable, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._desk = desk
        self._language = desk.language
        for words, name, act, keys in (
            (translate("CellCommands", "切り取り"), "cut", self.cut, "Ctrl+X"),
            (translate("CellCommands", "コピー"), "copy", self.copy, "Ctrl+C"),
            (translate("CellCommands", "貼り付け"), "paste", self.paste, "Ctrl+V"),
            (translate("CellCommands", "クリア"), "clear", self.clear, "Delete"),
            (translate("CellCommands", "下へコピー"), "fill_down", self.fill_down, "Ctrl+D"),
            (translate("CellCommands", "右へコピー"), "fill_right", self.fill_right, "Ctrl+R"),
            (translate("CellCommands", "今日の日付"), "today", self.put_today, "Ctrl+;"),
        ):
            self._add(words, name, act, keys)

    def _add(self, words: str, name: str, act: Callable[[], object], keys: str) -> None:
        action = QAction(words, self._table)
        action.setObjectName(f"cells_{name}")
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # not while a cell is edited
        action.triggered.connect(lambda _checked=False: self._try(act))
        self._table.addAction(action)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._desk.refused.emit(error)

    # out

    def copy(self) -> int:
        """Put the selected cells on the clipboard as text and as a table; return how many.

        Raises:
            UserError: they are not one rectangle.
        """
        selected = self._table.selected_cells()
        if not selected:
            return 0
        area = rectangle(selected)
        today = self._desk.today
        tasks = [self._table.task_at(row) for row in area.rows]
        rows = [
            [copied(task, place, today, self._language) for place in area.columns] for task in tasks
        ]
        mime = QMimeData()
        mime.setText(clipboard_text.plain_text(rows))
        mime.setHtml(clipboard_text.html_table(rows))
        QGuiApplication.clipboard().setMimeData(mime)
        count = len(area.rows) * len(area.columns)
        self.reported.emit(
            CellReport(translate("CellCommands", "{0}個のセルをコピーしました。").format(count))
        )
        return count

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        if self.copy():
            self._empty(translate("CellCommands", "切り取り: {0}件変更"))

    # in

    def paste(self) -> None:
        """Write the clipboard into the cells from the first selected one on.

        Raises:
            UserError: it holds nothing that can be pasted, or cells that lie apart are selected.
        """
        block = read_clipboard(QGuiApplication.clipboard().mimeData())
        selected = self._table.selected_cells()
        if not selected:
            return
        name = translate("CellCommands", "貼り付け: {0}件変更")
        if block.is_single:
            text = block.rows[0][0]
            cells = [(row, place, text) for row in selected for place in selected[row]]
            self._write(name, self._to_paste(cells), block.cleaned)
            return
        rows, places = self._table.shown_rows(), self._table.shown_places()
        to = landing(len(block.rows), block.width, selected, rows, places)
        added = self._surplus(block, to) if to.rows_over else []
        if added is not None:
            self._write(name, self._to_paste(to.cells(block.rows)), block.cleaned, added, to)

    def _to_paste(self, cells: Iterable[tuple[int, int, str]]) -> list[Cell]:
        """Return cells with their tasks, without read-only ones for which nothing is meant."""
        found = []
        for row, place, text in cells:
            task, field = self._table.task_at(row), COLUMNS[place].name
            if field not in FIELDS:
                shown = COLUMNS[place].text(task, self._desk.today, self._language)
                plain = as_text(copied(task, place, self._desk.today, self._language))
                if text.strip() in ("", shown, plain):
                    continue
            found.append(Cell(task.id, field, text))
        return found

    def _surplus(self, block: Block, to: Landing) -> list[dict[str, str]] | None:
        """Ask what to do with rows that find no row; None to do nothing at all."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        fields = [COLUMNS[place].name for place in to.area.columns]
        rows = own_rows(fields, block.rows[len(block.rows) - to.rows_over :])
        rows = [row for row in rows if row]
        only = translate("CellCommands", "入る分だけ貼り付ける")
        choices = [only]
        if rows and all("title" in row for row in rows):
            key = self._table.last_list()
            title = list_title(self._desk.content.checklist(key), self._language)
            words = translate("CellCommands", "「{0}」に独自タスクとして追加する").format(title)
            choices.insert(0, words)
        question = translate(
            "CellCommands", "貼り付ける行が、表に見えている行より{0}行多くあります。"
        ).format(to.rows_over)
        chosen = dialogs.ask_which(self._table, question, choices)
        if chosen is None:
            return None
        return [] if choices[chosen] == only else rows

    def clear(self) -> None:
        """Empty the selected cells that can be edited: a due goes back to its rule."""
        self._empty(translate("CellCommands", "クリア: {0}件変更"))

    def _empty(self, name: str) -> None:
        self._write(name, self._selected_texts(lambda place: code_of(COLUMNS[place].name, "")))

    def put_today(self) -> None:
        """Write today into the selected cells of dates."""
        today = as_text(self._desk.today)
        cells = self._selected_texts(
            lambda place: today if COLUMNS[place].editor is Editor.DATE else None
        )
        self._write(translate("CellCommands", "今日の日付: {0}件変更"), cells)

    def _selected_texts(self, text_of: Callable[[int], str | None]) -> list[Cell]:
        """Return the selected cells that can be edited with the text that each column gives."""
        found = []
        for row, places in self._table.selected_cells().items():
            task = self._table.task_at(row)
            for place in places:
                text = text_of(place)
                if text is not None and COLUMNS[place].name in FIELDS:
                    found.append(Cell(task.id, COLUMNS[place].name, text))
        return found

    def fill_down(self) -> None:
        """Copy the first selected row to those below; a single row gets the one above it.

        Raises:
            UserError: cells that lie apart are selected.
        """
        self._fill(translate("CellCommands", "下へコピー: {0}件変更"), is_down=True)

    def fill_right(self) -> None:
        """Copy the first selected column to those right of it; a single one gets the left one.

        Raises:
            UserError: cells that lie apart are selected.
        """
        self._fill(translate("CellCommands", "右へコピー: {0}件変更"), is_down=False)

    def _fill(self, name: str, *, is_down: bool) -> None:
        selected = self._table.selected_cells()
        if not selected:
            return
        rows, places = self._table.shown_rows(), self._table.shown_places()
        cells = []
        for source, target in fill(selected, rows, places, is_down=is_down):
            field = COLUMNS[target[1]].name
            if field in FIELDS:
                task = self._table.task_at(source[0])
                text = as_text(copied(task, source[1], self._desk.today, self._language))
                cells.append(Cell(self._table.task_at(target[0]).id, field, text))
        self._write(name, cells)

    # writing

    def _write(
        self,
        name: str,
        cells: list[Cell],
        cleaned: int = 0,
        added: list[dict[str, str]] | None = None,
        to: Landing | None = None,
    ) -> None:
        """Change what can be changed as one step, and report what was skipped."""
        today = self._desk.today
        plan = plan_cells(self._desk.workspace, cells, today)
        rows, unread = readable_rows(added or (), today)
        count = len(plan.edits.edits) + len(rows)
        is_saved = False
        if count:
            told = cleaned_away(cleaned + plan.cleaned)
            words = name.format(count)
            if rows:
                key = self._table.last_list()
                is_saved = self._desk.paste(words, plan.edits, key, rows, told)
            else:
                is_saved = self._desk.edit_many(plan.edits, name=words, notices=told)
            if not is_saved:
                return
        self._report((*plan.skipped, *unread), count if is_saved else 0, to)

    def _report(self, skipped: tuple[Skipped, ...], count: int, to: Landing | None) -> None:
        words = []
        if count:
            words.append(translate("CellCommands", "{0}件のタスクを変更しました。").format(count))
        if skipped:
            words.append(
                translate("CellCommands", "{0}個のセルは変更していません。").format(len(skipped))
            )
        if to is not None and to.columns_over:
            words.append(
                translate("CellCommands", "右にはみ出した{0}列は貼り付けていません。").format(
                    to.columns_over
                )
            )
        if not words:
            words.append(translate("CellCommands", "変わるところがありませんでした。"))
        self.reported.emit(
            CellReport("".join(words), tuple(map(self._line, skipped[:_MOST_LISTED])))
        )

    def _line(self, skipped: Skipped) -> tuple[str, str, str, str]:
        cell = skipped.cell
        field = pick(FIELD_WORDS[cell.field], self._language)
        return cell.task, field, cell.text, explain(skipped.error, self._language)


def read_clipboard(mime: QMimeData) -> Block:
    """Return the cells on the clipboard, from the form that keeps most of them.

    Raises:
        UserError: it is too large, no text, or holds nothing.
    """
    own = next((form for form in mime.formats() if _LIBREOFFICE in form), None)
    if own is not None:
        content = bytes(mime.data(own).data())
        if len(content) > 4 * clipboard_text.MOST_CHARACTERS:
            raise UserError(Why.CLIPBOARD_TOO_BIG, most=clipboard_text.MOST_CHARACTERS // 1_000_000)
        return clipboard_text.read_plain(content.decode("utf-8", "replace"))
    if mime.hasFormat("text/plain"):
        return clipboard_text.read_plain(mime.text())
    if mime.hasHtml():
        return clipboard_text.read_html(mime.html())
    raise UserError(Why.CLIPBOARD_EMPTY)
