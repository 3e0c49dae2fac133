"""設定, 周期: the fields, and the cards that hold them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from pmark_desktop.domain.cycle import STAGED
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.ui.columns import Columns
from pmark_desktop.ui.fields import DateField, Field
from pmark_desktop.ui.parts import card, label
from pmark_desktop.words import FIELDS, Language, pick

translate = QCoreApplication.translate
WINDOW = ("window_opens", "window_closes")
_ANSWER = "window_answered_on"
_STAGES = ("_planned", "")
_COLUMN_WIDTH = 290


def cycle_fields(language: Language, clock: DayClock) -> dict[str, Field]:
    """Return a field for each anchor, by its name, in their order."""
    staged = [f"{anchor.value}{stage}" for anchor in STAGED for stage in _STAGES]
    fields: dict[str, Field] = {
        name: DateField(name, pick(FIELDS[name], language), language, clock)
        for name in ("expires", *WINDOW, _ANSWER, *staged)
    }
    for name, letters in (("year_start", 6), ("window_source", 0)):
        fields[name] = Field(name, pick(FIELDS[name], language), language, letters=letters)
    fields["year_start"].show_meaning(translate("CycleForm", "月-日"))
    fields["window_source"].show_hint(
        translate("CycleForm", "例: 審査機関の担当者からメールで回答")
    )
    return fields


def base_card(fields: dict[str, Field]) -> QFrame:
    """Return the card of what everything counts from."""
    frame, inside = card("cycle_base")
    inside.setSpacing(12)
    inside.addWidget(label(translate("CycleForm", "起点"), "heading"))
    inside.addWidget(fields["expires"])
    inside.addWidget(fields["year_start"])
    words = translate(
        "CycleForm",
        "変更すると、完了・対象外・手入力の期限を除くタスクの期限が計算し直されます。保存する前に、動くタスクを下に表示します。",
    )
    inside.addWidget(label(words, "faint", wraps=True))
    inside.addStretch(1)
    return frame


def answer_card(fields: dict[str, Field]) -> QFrame:
    """Return the card of what the assessment body answered about the window."""
    frame, inside = card("cycle_answer")
    inside.addWidget(label(translate("CycleForm", "審査機関の回答による受付期間"), "heading"))
    words = translate(
        "CycleForm",
        "審査機関に照会して回答を得たときだけ入力します。空欄の日は公表の規則で計算します。",
    )
    inside.addWidget(label(words, "faint", wraps=True))
    days = Columns(_COLUMN_WIDTH, 2)
    for name in (*WINDOW, _ANSWER, "window_source"):
        days.add(fields[name])
    inside.addWidget(days)
    return frame


def stages_card(fields: dict[str, Field]) -> QFrame:
    """Return the card of the way from the application to the decision."""
    frame, inside = card("cycle_stages")
    inside.addWidget(label(translate("CycleForm", "申請から決定まで"), "heading"))
    words = translate(
        "CycleForm", "確定の日があればその日から、なければ予定の日からタスクの期限を数えます。"
    )
    inside.addWidget(label(words, "faint", wraps=True))
    pairs = Columns(_COLUMN_WIDTH, 2)
    for anchor in STAGED:
        for stage in _STAGES:
            pairs.add(fields[f"{anchor.value}{stage}"])
    inside.addWidget(pairs)
    return frame
