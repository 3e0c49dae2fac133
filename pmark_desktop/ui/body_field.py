"""The field of the assessment body: names to choose from, and any other may be typed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from pmark_desktop.ui.fields import Field
from pmark_desktop.words import FIELDS, Language, pick
from pmark_desktop.workspace.suggestions import assessment_bodies

translate = QCoreApplication.translate


def body_field(language: Language) -> Field:
    """Return the field `body`; a part of a name finds it."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(assessment_bodies()))
    box.setCurrentIndex(-1)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    field = Field("body", pick(FIELDS["body"], language), language, box=box)
    field.show_hint(translate("BodyField", "選ぶか、自由に入力(空欄のままでもよい)"))
    return field
