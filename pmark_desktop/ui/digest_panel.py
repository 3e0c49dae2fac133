"""The panel お知らせ: what is new to this person, to be opened, put off or stopped."""

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.reminders import Reminder, ReminderKind, Standing, count_standing
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.reminder_feed import ReminderFeed
from pmark_desktop.ui.aside_list import AsideList
from pmark_desktop.ui.columns import scrolled
from pmark_desktop.ui.parts import button, label, link, restyle
from pmark_desktop.ui.reminder_row import ReasonLine, ReminderRow, show_in
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words
from pmark_desktop.words_refusals import explain, notice_words
from pmark_desktop.words_reminders import standing_words

translate = QCoreApplication.translate
ROWS_AT_ONCE = 50
_REST_DAYS = (1, 3, 7)
_ROWS_AT_FIRST = 8
_ROWS_HIGH = 2.5  # half a row tells that there is more below
_TITLE_COLUMN = 2


class DigestPanel(QFrame):
    """The new reminders of a workspace; it hides itself while there is nothing to show.

    They stay, over restarts too, until the person takes note of them, puts them off or stops
    them. While its page is not on the screen it waits with what changes.

    Signals:
        task_wanted: (id) the person wants to see a task.
        cycle_wanted: the person wants to see the dates of window and expiry.
    """

    task_wanted = Signal(str)
    cycle_wanted = Signal()

    def __init__(
        self, style: Style, desk: Desk, feed: ReminderFeed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("digest_panel")
        self.setProperty("class", "card")
        self._style = style
        self._feed = feed
        self._asking = Asking(desk, self)
        self._most = ROWS_AT_ONCE
        self._digest: list[Reminder] | None = None
        self.rows: list[ReminderRow] = []
        self._reason: ReasonLine | None = None
        self._asked_at = 0
        self._is_empty = False
        self._is_stale = False
        self._build()
        feed.changed.connect(self._follow)
        self.refresh()

    # building

    def _build(self) -> None:
        self._count = label(name="digest_count")
        self._count.setToolTip(
            translate(
                "DigestPanel",
                "まだ確認していないお知らせです。タスクの期限のほか、受付期間と満了日も数えます。",
            )
        )
        note = translate("DigestPanel", "確認しました")
        self._note = button(note, "digest_noted", self._take_note)
        self._note.setToolTip(
            translate(
                "DigestPanel",
                "いま出ているお知らせを確認済みにします。次に開いても出ません。タスクはそのままです。",
            )
        )
        head = QHBoxLayout()
        head.addWidget(label(translate("DigestPanel", "お知らせ"), "heading"))
        head.addSpacing(8)
        head.addWidget(self._count, 1)
        head.addWidget(self._note)
        self._trouble = label("", "soon", wraps=True, name="digest_trouble")
        self._area = scrolled(QWidget(), "digest_rows")
        self._area.verticalScrollBar().valueChanged.connect(self._add_below)
        self._more = link("", "digest_more", self._show_more)
        self.aside = AsideList(self._style, self._feed)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self._trouble, self._area, self._more, self.aside):
            column.addWidget(part)

    # showing

    def _follow(self) -> None:
        """Show what is new now, or once the page is seen: its rows cost more than an edit."""
        page = self.parentWidget()
        self._is_stale = page is not None and not page.isVisibleTo(page.window())
        if not self._is_stale:
            self.refresh()

    def catch_up(self) -> None:
        """Show what changed while the page was not seen."""
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """Show what is new now; what is the same stays as it is."""
        self._is_stale = False
        digest = self._feed.digest
        if digest != self._digest:
            self._digest = digest
            self._show_rows()
        self._show_counts(digest)
        self.aside.refresh()
        told = self._feed.troubles
        lines = [notice_words(one.notice, one.facts, self._style.language) for one in told]
        self._trouble.setText("\n".join(lines))
        self._trouble.setVisible(bool(lines))
        self._hide_if_empty(is_empty=not (digest or lines or self.aside.count))

    def _hide_if_empty(self, *, is_empty: bool) -> None:
        """Hide; and show only what was hidden here: the rest is for the page to say."""
        if is_empty != self._is_empty:
            self._is_empty = is_empty
            self.setVisible(not is_empty)

    def _show_rows(self) -> None:
        digest = self._digest or []
        at = self._row_with_focus()
        self._reason = None
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(_TITLE_COLUMN, 1)
        self._grid = grid
        self.rows = []
        self._add_rows(_ROWS_AT_FIRST if at is None else max(at + 1, _ROWS_AT_FIRST))
        show_in(self._area, content)
        self._area.setVisible(bool(digest))
        self._note.setVisible(bool(digest))
        self._fit_height()
        if at is not None:
            self._focus_row(at)

    def _row_with_focus(self) -> int | None:
        """Return which row the keyboard is in; the line of a reason belongs to its row."""
        focus = QApplication.focusWidget()
        if focus is not None and self._reason is not None and self._reason.isAncestorOf(focus):
            return self._asked_at
        rows = enumerate(self.rows)
        return next((at for at, row in rows if focus in (row.title, row.rest, row.stop)), None)

    def _focus_row(self, at: int) -> None:
        """Keep the keyboard in its row, or in the last one; it must not wander off the panel."""
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].title.setFocus()

    def _add_below(self, at: int) -> None:
        """Add rows when the last ones come into sight: most are never looked at."""
        bar = self._area.verticalScrollBar()
        if at > bar.maximum() - self._area.height():
            self._add_rows(len(self.rows) + _ROWS_AT_FIRST)

    def _add_rows(self, most: int) -> None:
        """Have as many rows as this, or as there are reminders."""
        for reminder in (self._digest or [])[len(self.rows) : min(most, self._most)]:
            row = self._row(reminder)
            row.put_into(self._grid, len(self.rows) * 2)  # between two is room for a reason
            self.rows.append(row)

    def _row(self, reminder: Reminder) -> ReminderRow:
        row = ReminderRow(
            reminder,
            self._style,
            lambda: self._open(reminder),
            lambda place: self._offer_rest(reminder, place),
            lambda: self._ask_reason(row),
        )
        return row

    def _show_counts(self, digest: list[Reminder]) -> None:
        counts = count_standing(digest)
        language = self._style.language
        words = translate("DigestPanel", "新しいお知らせはありません")
        if digest:
            words = f"{standing_words(counts, language)} {self._parts(counts)}".strip()
        self._count.setText(words)
        restyle(self._count, "late" if counts.late else "soon" if counts.soon else "faint")
        left = count_standing(digest[self._most :])
        self._more.setVisible(left.total > 0)
        more = translate("DigestPanel", "ほか {0}件(うち超過 {1}件)を続けて表示")
        self._more.setText(more.format(left.total, left.late))

    def _parts(self, counts: Standing) -> str:
        """Return what the counts leave out: the banner counts what was noted too."""
        if noted := self._feed.noted:
            words = translate("DigestPanel", "(新しいもの {0}件。ほかに確認済み {1}件)")
            return words.format(counts.total, noted)
        urgent = counts.late or counts.soon
        return translate("DigestPanel", "(全{0}件)").format(counts.total) if urgent else ""

    def _fit_height(self) -> None:
        """Be as high as the rows, up to a few of them."""
        content = self._area.widget()
        if not self.rows or content is None:
            return
        row = max(self.rows[0].rest.sizeHint().height(), self.rows[0].title.sizeHint().height())
        most = round((row + self._grid.verticalSpacing()) * _ROWS_HIGH)
        self._area.setFixedHeight(min(content.sizeHint().height(), most))

    def _show_more(self) -> None:
        self._most += ROWS_AT_ONCE
        self._add_rows(len(self.rows) + ROWS_AT_ONCE)
        self._show_counts(self._digest or [])

    # acting

    def _open(self, reminder: Reminder) -> None:
        if reminder.kind is ReminderKind.TASK:
            self.task_wanted.emit(reminder.id)
        else:
            self.cycle_wanted.emit()

    def _take_note(self) -> None:
        self._feed.take_note((self._digest or [])[: self._most])

    def _offer_rest(self, reminder: Reminder, place: QPushButton) -> None:
        menu = self.rest_menu(reminder)
        menu.popup(place.mapToGlobal(QPoint(0, place.height())))

    def rest_menu(self, reminder: Reminder) -> QMenu:
        """Return the days to which a reminder may be put off, each with its date."""
        menu = QMenu(self)
        menu.setObjectName("snooze_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        words = {
            1: translate("DigestPanel", "明日"),
            3: translate("DigestPanel", "3日後"),
            7: translate("DigestPanel", "1週間後"),
        }
        offered = set()
        for days in _REST_DAYS:
            until = self._feed.rest_until(reminder, days)
            if until in offered:
                continue
            offered.add(until)
            is_own = until == reminder.due and not reminder.is_late
            name = translate("DigestPanel", "期限の日") if is_own else words[days]
            action = menu.addAction(f"{name}  {day_words(until, self._style.language)}")
            action.triggered.connect(lambda _=False, days=days: self._feed.snooze(reminder, days))
        return menu

    def _ask_reason(self, row: ReminderRow) -> None:
        """Ask for the reason in a line below the row."""
        self._drop_reason()
        self._reason = line = ReasonLine()
        line.given.connect(lambda reason: self._silence(row.reminder, reason))
        line.cancelled.connect(self._cancel_reason)
        self._asked_at = self.rows.index(row)
        self._grid.addWidget(line, self._asked_at * 2 + 1, _TITLE_COLUMN, 1, ReminderRow.COLUMNS)
        self._fit_height()
        line.edit.setFocus()
        QTimer.singleShot(0, self._show_reason)

    def _show_reason(self) -> None:
        if self._reason is not None:
            self._area.ensureWidgetVisible(self._reason)

    def _silence(self, reminder: Reminder, reason: str) -> None:
        error = self._asking.refusal_of(lambda: self._feed.silence(reminder, reason))
        if error is not None and self._reason is not None:
            self._reason.show_fault(explain(error, self._style.language))
            self._fit_height()

    def _cancel_reason(self) -> None:
        self._drop_reason()
        self._fit_height()

    def _drop_reason(self) -> None:
        if self._reason is not None:
            self._grid.removeWidget(self._reason)
            self._reason.hide()
            self._reason.deleteLater()
            self._reason = None
