"""The menu's ways into other programs: the calendar file, and a mail draft to an owner."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.strip import Message, MessageStrip
from pmark_desktop.words import Language, pick
from pmark_desktop.words_refusals import explain

if TYPE_CHECKING:
    from pmark_desktop.workspace.mail_drafts import OwnerShare

translate = QCoreApplication.translate
_UNFIT_IN_NAMES = '\\/:*?"<>|\n\t'
_MOST_NAME = 40


class CalendarActions(QObject):
    """Writes a calendar file or a mail draft where the person wants it, and says what to do next.

    Both are quick (a second for 3,000 tasks and a log of 100,000 entries) and only read the
    workspace.
    """

    def __init__(self, parent: QWidget, strip: MessageStrip, language: Language) -> None:
        super().__init__(parent)
        self._window = parent
        self._strip = strip
        self._language = language

    # the calendar

    def ask_calendar(self, desk: Desk, suggestion: Path | None = None) -> None:
        """Ask for a name and write the calendar file."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        path = desk.workspace.path
        title = translate("CalendarActions", "予定表")
        target = dialogs.ask_calendar(
            self._window, suggestion or path.with_name(f"{path.stem}_{title}.ics")
        )
        if target is not None:
            self.write_calendar(desk, target)

    def write_calendar(self, desk: Desk, target: Path) -> None:
        """Write the calendar file of a desk to `target`."""
        from pmark_desktop.words_calendar import EXPORT_TERMS, ExportTerm  # noqa: PLC0415
        from pmark_desktop.workspace.calendar_export import export_calendar  # noqa: PLC0415

        try:
            exported = export_calendar(desk.workspace, target, desk.today, self._language)
        except UserError as error:
            self._refuse(error, target, lambda other: self.ask_calendar(desk, other))
            return
        written = pick(EXPORT_TERMS[ExportTerm.WRITTEN], self._language).format(
            file=target, standing=exported.standing, cancelled=exported.cancelled
        )
        how = pick(EXPORT_TERMS[ExportTerm.HOW_TO_USE], self._language)
        self._say(f"{written}\n{how}", target)

    # the mail

    def ask_mail(self, desk: Desk) -> None:
        """Ask to whom, and where the draft goes, and write it."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415
        from pmark_desktop.workspace.mail_drafts import owner_shares  # noqa: PLC0415

        shares = owner_shares(desk.workspace, desk.today)
        if not shares:
            self._strip.say(
                translate("CalendarActions", "未了のタスクを持つ担当者はいません。下書きは作っていません。")
            )  # fmt: skip
            return
        chosen = dialogs.ask_choice(
            self._window,
            translate("CalendarActions", "担当者へのメール下書き"),
            translate("CalendarActions", "未了のタスクを知らせる担当者を選んでください。"),
            [_share_words(share) for share in shares],
        )
        if chosen is not None:
            self._ask_draft(desk, shares[chosen].owner)

    def _ask_draft(self, desk: Desk, owner: str, suggestion: Path | None = None) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        wanted = suggestion or desk.workspace.path.with_name(_draft_name(owner, desk.today))
        target = dialogs.ask_mail_draft(self._window, wanted)
        if target is not None:
            self.write_mail(desk, owner, target)

    def write_mail(self, desk: Desk, owner: str, target: Path) -> None:
        """Write the mail draft to an owner to `target`."""
        from pmark_desktop.workspace.mail_drafts import write_owner_draft  # noqa: PLC0415

        try:
            share = write_owner_draft(desk.workspace, owner, target, desk.today, self._language)
        except UserError as error:
            self._refuse(error, target, lambda other: self._ask_draft(desk, owner, other))
            return
        written = translate("CalendarActions", "{0} 宛てのメールの下書きを作りました: {1}").format(
            owner, target
        )  # fmt: skip
        if share.addresses:
            look = translate(
                "CalendarActions",
                "メールソフトで開き、宛先と内容を確かめて送信してください(まだ送っていません)。",
            )
            self._say(f"{written}\n{look}", target)
            return
        lacking = translate(
            "CalendarActions",
            "担当割当に使えるメールアドレスがないため、宛先は空です。メールソフトで宛先を入れてください。",
        )
        self._say(f"{written}\n{lacking}", target, Message.NOTICE)

    # saying

    def _say(self, text: str, target: Path, kind: Message = Message.INFO) -> None:
        self._strip.say(
            text,
            kind,
            (
                (translate("CalendarActions", "開く"), "open_written", lambda: self._open(target)),
                (translate("CalendarActions", "フォルダを開く"), "open_folder", lambda: self._open(target.parent)),
            ),
        )  # fmt: skip

    def _refuse(self, error: UserError, target: Path, again: Callable[[Path], None]) -> None:
        """Say why nothing was written, and offer another name where that helps."""
        other = target.with_name(f"{target.stem}-2{target.suffix}")
        words = translate("CalendarActions", "別の名前で書き出す…")
        helps = error.why in (
            Why.TARGET_HELD, Why.TARGET_NOT_WRITABLE, Why.TARGET_FOLDER_MISSING,
            Why.TARGET_IS_WORKSPACE,
        )  # fmt: skip
        actions = ((words, "write_elsewhere", lambda: again(other)),) if helps else ()
        self._strip.say(explain(error, self._language), Message.REFUSAL, actions)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._strip.say(
                translate(
                    "CalendarActions",
                    "{0} を開けるプログラムが見つかりません。書き出したファイルはそのままです。メールソフトや予定表のソフトから開いてください。",
                ).format(path),
                Message.NOTICE,
            )


def _share_words(share: "OwnerShare") -> str:
    if share.late:
        return translate("CalendarActions", "{0} — 未了 {1}件(期限超過 {2}件)").format(
            share.owner, len(share.tasks), share.late
        )
    return translate("CalendarActions", "{0} — 未了 {1}件").format(share.owner, len(share.tasks))


def _draft_name(owner: str, today: date) -> str:
    plain = "".join("_" if char in _UNFIT_IN_NAMES else char for char in owner)
    title = translate("CalendarActions", "メール下書き")
    return f"{title}_{plain[:_MOST_NAME].strip('. ')}_{today:%Y%m%d}.eml"
