"""How many days and business days are left to a day."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pmark_desktop.domain.agenda import Countdown
from pmark_desktop.ui.parts import bigger, label, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words

translate = QCoreApplication.translate
URGENT_DAYS = 30


class CountdownCard(QFrame):
    """A large number of days under its name, the business days, and the day itself."""

    def __init__(self, style: Style, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("class", "card")
        self._style = style
        self._head = label(look="faint", name=f"{name}_head")
        self._number = bigger(label(look="strong", name=f"{name}_days"), 1.5)
        self._business = label(name=f"{name}_business")
        self._day = label(look="faint", name=f"{name}_day")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        for part in (self._head, self._number, self._business, self._day):
            column.addWidget(part)
        column.addStretch(1)
        self._counted: tuple[date, date] | None = None  # the day, and today

    def show_left(self, name: str, day: date, today: date) -> None:
        """Show the days left to a day of this name, or by how many it has passed."""
        days = (day - today).days
        if (day, today) != self._counted:
            self._business.setText("")
        self._counted = day, today
        since = (
            translate("CountdownCard", "{0}を過ぎて")
            if days < 0
            else translate("CountdownCard", "{0}まで")
        )
        self._head.setText(since.format(name))
        self._number.setText(translate("CountdownCard", "{0}日").format(abs(days)))
        restyle(self._number, "late" if days < 0 else "soon" if days <= URGENT_DAYS else "strong")
        self._business.setVisible(days >= 0)
        self._day.setText(day_words(day, self._style.language))

    def show_settled(self, name: str, words: str, day: date | None) -> None:
        """Show that it is settled since a day (None: not known), so that nothing counts."""
        self._counted = None
        self._head.setText(name)
        self._number.setText(words)
        restyle(self._number, "good")
        self._business.hide()
        self._day.setText(day_words(day, self._style.language))

    def show_business_days(self, left: Countdown) -> None:
        """Show the business days left to the day that is shown, once they are worked out."""
        if self._counted is not None:
            words = translate("CountdownCard", "営業日 {0}日").format(left.business_days)
            self._business.setText(words)
