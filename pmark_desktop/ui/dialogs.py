"""The one module that opens dialogs. Everything here waits for the person."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_WORKSPACES = "*.pmark"


def _filter(name: str, pattern: str) -> str:
    return f"{name} ({pattern})"


def ask_open(parent: QWidget, folder: Path) -> Path | None:
    """Ask which workspace to open; None if the person changed their mind."""
    found, _ = QFileDialog.getOpenFileName(
        parent,
        translate("Dialogs", "ワークスペースを開く"),
        str(folder),
        _filter(translate("Dialogs", "ワークスペース"), _WORKSPACES),
    )
    return Path(found) if found else None


def ask_new(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask where to keep a new workspace; the name gets its ending."""
    title, kind = (
        translate("Dialogs", "ワークスペースの保存先"),
        translate("Dialogs", "ワークスペース"),
    )
    return _ask_place(parent, title, kind, suggestion, ".pmark", replaces=False)


def ask_workbook(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask where to write the evidence workbook; the name gets its ending."""
    title = translate("Dialogs", "証跡台帳(Excel)の書き出し先")
    return _ask_place(parent, title, translate("Dialogs", "Excelブック"), suggestion, ".xlsx")


def ask_template(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask where to write the form for a checklist; the name gets its ending."""
    title = translate("Dialogs", "チェックリストのひな型の書き出し先")
    return _ask_place(parent, title, translate("Dialogs", "Excelブック"), suggestion, ".xlsx")


def ask_calendar(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask where to write the calendar file; the name gets its ending."""
    title, kind = (
        translate("Dialogs", "予定表の書き出し先"),
        translate("Dialogs", "予定表(iCalendar)"),
    )
    return _ask_place(parent, title, kind, suggestion, ".ics")


def ask_mail_draft(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask where to write a mail draft; the name gets its ending."""
    title = translate("Dialogs", "メール下書きの保存先")
    return _ask_place(parent, title, translate("Dialogs", "メール"), suggestion, ".eml")


def ask_picture(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask where to write a print (.pdf) or a picture (.png), as the suggestion ends."""
    suffix = suggestion.suffix
    titles = {
        ".pdf": (translate("Dialogs", "PDFの保存先"), translate("Dialogs", "PDF")),
        ".png": (translate("Dialogs", "画像の保存先"), translate("Dialogs", "PNG画像")),
    }
    return _ask_place(parent, *titles[suffix], suggestion, suffix)


def _ask_place(
    parent: QWidget,
    title: str,
    kind: str,
    suggestion: Path,
    suffix: str,
    *,
    replaces: bool = True,
) -> Path | None:
    """Ask where to write a file of a kind; None if the person changed their mind.

    The system asks before a file is replaced, but about the name as it was typed: one that gets
    its ending here may be that of another file. What never `replaces` a file refuses by itself.
    """
    kinds = _filter(kind, f"*{suffix}")
    while True:
        found, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
        if not found:
            return None
        path = Path(found)
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)
        if not (replaces and path.exists()) or _may_replace(parent, path):
            return path
        suggestion = path


def _may_replace(parent: QWidget, path: Path) -> bool:
    return ask_again(
        parent,
        translate("Dialogs", "{0} はすでにあります。置き換えますか。").format(path.name),
        translate("Dialogs", "置き換える"),
        translate("Dialogs", "ほかの名前にする"),
    )


def ask_evidence_files(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which files to attach; none if the person changed their mind."""
    found, _ = QFileDialog.getOpenFileNames(
        parent, translate("Dialogs", "証跡にするファイル"), str(folder)
    )
    return [Path(name) for name in found]


def ask_checklist(parent: QWidget, folder: Path) -> Path | None:
    """Ask which checklist file to use."""
    found, _ = QFileDialog.getOpenFileName(
        parent,
        translate("Dialogs", "チェックリストを選ぶ"),
        str(folder),
        _filter(translate("Dialogs", "チェックリスト(Excel、TOML)"), "*.xlsx *.toml"),
    )
    return Path(found) if found else None


def ask_holidays(parent: QWidget, folder: Path) -> Path | None:
    """Ask which list of holidays to read."""
    found, _ = QFileDialog.getOpenFileName(
        parent,
        translate("Dialogs", "内閣府の祝日CSVを選ぶ"),
        str(folder),
        _filter(translate("Dialogs", "祝日CSV"), "*.csv"),
    )
    return Path(found) if found else None


def ask_line(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """Ask for one line; None if the person changed their mind."""
    found, accepted = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, text)
    return found if accepted else None


def ask_choice(parent: QWidget, title: str, question: str, choices: list[str]) -> int | None:
    """Ask for one of several; its place, or None if the person changed their mind."""
    found, accepted = QInputDialog.getItem(parent, title, question, choices, 0, False)
    return choices.index(found) if accepted else None


def ask_again(parent: QWidget, text: str, yes: str, no: str) -> bool:
    """Tell something that needs an answer now; True for `yes`, by which something is lost.

    Enter and Escape mean `no`.
    """
    box = QMessageBox(QMessageBox.Icon.Warning, QGuiApplication.applicationDisplayName(), text)
    box.setParent(parent, box.windowFlags())
    box.setTextFormat(Qt.TextFormat.PlainText)
    chosen = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    back = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is chosen


def ask_which(parent: QWidget, text: str, choices: list[str]) -> int | None:
    """Tell something that needs a choice now; its place, None if the person changed their mind."""
    box = QMessageBox(QMessageBox.Icon.Question, QGuiApplication.applicationDisplayName(), text)
    box.setParent(parent, box.windowFlags())
    box.setTextFormat(Qt.TextFormat.PlainText)
    buttons = [
        box.addButton(words.replace("&", "&&"), QMessageBox.ButtonRole.AcceptRole)
        for words in choices
    ]
    leave = box.addButton(translate("Dialogs", "やめる"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(leave)
    box.exec()
    chosen = box.clickedButton()
    return next((place for place, made in enumerate(buttons) if made is chosen), None)


def show_rows(
    parent: QWidget,
    style: Style,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str]],
) -> None:
    """Show a list that can be read and copied; `columns` are heads and widths."""
    from pmark_desktop.session.text_model import TextModel  # noqa: PLC0415
    from pmark_desktop.ui.list_table import ListTable  # noqa: PLC0415

    box = QDialog(parent)
    box.setObjectName("rows_dialog")
    box.setWindowTitle(title)
    widths = [width for _, width in columns]
    model = TextModel([head for head, _ in columns], box)
    model.show(rows)
    table = ListTable(
        model, style, widths=widths, look_of=lambda _index: None, text_of=model.text_of
    )
    table.setAccessibleName(title)
    buttons = QDialogButtonBox()
    close = buttons.addButton(
        translate("Dialogs", "閉じる"), QDialogButtonBox.ButtonRole.RejectRole
    )
    close.setObjectName("close_rows")
    buttons.rejected.connect(box.reject)
    inside = QVBoxLayout(box)
    inside.addWidget(table)
    inside.addWidget(buttons)
    box.resize(min(sum(widths) + 60, 1100), 420)
    table.choose_row(0)
    box.exec()
    box.deleteLater()


def progress(parent: QWidget, text: str) -> QProgressDialog:
    """Return a window-modal progress dialog of 100 steps that shows after half a second."""
    made = QProgressDialog(text, translate("Dialogs", "中止"), 0, 100, parent)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    made.setMinimumDuration(500)
    made.setAutoClose(False)
    made.setAutoReset(False)
    made.setObjectName("progress")
    return made


def show_text(parent: QWidget, title: str, html: str) -> QDialog:
    """Show a text to be read and copied, beside the window; Esc closes it."""
    made = QDialog(parent)
    made.setObjectName("text_dialog")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setWindowTitle(title)
    text = QTextBrowser()
    text.setObjectName("dialog_text")
    text.setAccessibleName(title)
    text.setOpenLinks(False)
    flags = Qt.TextInteractionFlag
    text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    text.setHtml(html)
    text.setFrameShape(QFrame.Shape.NoFrame)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setText(translate("Dialogs", "閉じる"))
    buttons.rejected.connect(made.reject)
    column = QVBoxLayout(made)
    column.addWidget(text, 1)
    column.addWidget(buttons)
    room = parent.screen().availableSize()
    made.resize(min(620, room.width() - 40), min(640, room.height() - 60))
    made.show()
    text.setFocus()
    return made


def about(parent: QWidget, text: str) -> None:
    """Say what this program is."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, QGuiApplication.applicationDisplayName(), text)
    box.setParent(parent, box.windowFlags())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
