"""What can be wrong with a checklist file. `words_checklist.py` says each in words."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pmark_desktop.domain.texts import clean


class ChecklistProblem(StrEnum):
    """Why a checklist file, or one field of it, cannot be used; at the end what is only told."""

    # the file
    FILE_NOT_THERE = "file_not_there"
    FILE_NOT_PLAIN = "file_not_plain"
    FILE_IS_WORKSPACE = "file_is_workspace"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_BIG = "file_too_big"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    TOML_OVERDONE = "toml_overdone"
    FORMAT_UNKNOWN = "format_unknown"
    # any field
    FIELD_MISSING = "field_missing"
    FIELD_EMPTY = "field_empty"
    FIELD_UNKNOWN = "field_unknown"
    FIELD_MISSPELT = "field_misspelt"
    NOT_TEXT = "not_text"
    NOT_NUMBER = "not_number"
    NOT_DATE = "not_date"
    NOT_IDS = "not_ids"
    CHOICE_UNKNOWN = "choice_unknown"
    NUMBER_OUTSIDE = "number_outside"
    TEXT_CONTROLS = "text_controls"
    TEXT_MANY_LINES = "text_many_lines"
    TEXT_TOO_LONG = "text_too_long"
    # head and items
    KEY_FORM = "key_form"
    VERSION_FORM = "version_form"
    NO_ITEMS = "no_items"
    NOT_ITEMS = "not_items"
    TOO_MANY_ITEMS = "too_many_items"
    ID_FORM = "id_form"
    ID_OF_ANOTHER_LIST = "id_of_another_list"
    ID_TWICE = "id_twice"
    # rules: the values of RuleFault
    RULE_EMPTY = "rule_empty"
    RULE_FORM = "rule_form"
    RULE_ANCHOR_UNKNOWN = "rule_anchor_unknown"
    RULE_DATE_IMPOSSIBLE = "rule_date_impossible"
    RULE_UNIT_UNKNOWN = "rule_unit_unknown"
    RULE_NUMBER_TOO_BIG = "rule_number_too_big"
    RULE_ON_WITH_OFFSET = "rule_on_with_offset"
    # between items: the values of ListFault
    ITEM_UNKNOWN = "item_unknown"
    SELF_REFERENCE = "self_reference"
    CIRCLE = "circle"
    REPEATS_DIFFER = "repeats_differ"
    DUE_MISSING = "due_missing"
    DUE_NOT_ALLOWED = "due_not_allowed"
    HARD_DUE_WITHOUT_DUE = "hard_due_without_due"
    YEARLY_WITHOUT_YEAR = "yearly_without_year"
    EVENT_WITH_REPEAT = "event_with_repeat"
    EVENT_MIXED = "event_mixed"
    REPLACES_ALIVE = "replaces_alive"
    REPLACED_TWICE = "replaced_twice"
    # an Excel file
    SHEET_OLD_EXCEL = "sheet_old_excel"
    SHEET_BINARY = "sheet_binary"
    SHEET_MACROS = "sheet_macros"
    SHEET_OPEN_DOCUMENT = "sheet_open_document"
    SHEET_ENCRYPTED = "sheet_encrypted"
    SHEET_NOT_XLSX = "sheet_not_xlsx"
    SHEET_DAMAGED = "sheet_damaged"
    SHEET_DOCTYPE = "sheet_doctype"
    SHEET_OVERDONE = "sheet_overdone"
    SHEET_LINKED = "sheet_linked"
    SHEET_TWO_ANSWERS = "sheet_two_answers"
    SHEET_FORM_NEWER = "sheet_form_newer"
    SHEET_WITHOUT_ITEMS = "sheet_without_items"
    SHEET_WITHOUT_HEAD = "sheet_without_head"
    SHEET_TWO_TABLES = "sheet_two_tables"
    SHEET_TOO_FAR = "sheet_too_far"
    SHEET_COLUMN_MISSING = "sheet_column_missing"
    SHEET_COLUMN_TWICE = "sheet_column_twice"
    # a cell of it
    CELL_FORMULA = "cell_formula"
    CELL_ERROR = "cell_error"
    CELL_DAY = "cell_day"
    CELL_DIGITS_LOST = "cell_digits_lost"
    CELL_UNREADABLE = "cell_unreadable"
    # what is told although the list can be read
    ROWS_HIDDEN = "rows_hidden"
    COLUMNS_HIDDEN = "columns_hidden"
    TABLE_HIDDEN = "table_hidden"
    SHEETS_UNREAD = "sheets_unread"
    COLUMNS_UNREAD = "columns_unread"
    CELLS_MERGED = "cells_merged"
    VERSION_WAS_NUMBER = "version_was_number"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a checklist file.

    `ordinal` counts the items from 1; 0 is the head of the list or the file as a whole. `item`
    is empty in the head and for an item whose id cannot be used. `field` is empty where no
    field is meant. `facts` fill the sentence; what they quote is short and printable. `place`
    is the sheet and cell in an Excel file (`項目!H12`), or the sheet alone.
    """

    file: str
    code: ChecklistProblem
    ordinal: int = 0
    item: str = ""
    field: str = ""
    facts: Mapping[str, str | int] = dataclasses.field(default_factory=dict)
    place: str = ""

    def __str__(self) -> str:
        """Return one plain line, without words of any language."""
        place = self.place or self.item or (f"#{self.ordinal}" if self.ordinal else "")
        return f"{self.file}: {' '.join(filter(None, (place, self.field, self.code.value)))}"


def quoted(text: str, most: int = 60) -> str:
    """Return `text` fit to be shown in one line: shortened, without control characters."""
    short = " ".join(clean(text[:most]).text.split())
    return short if len(text) <= most else f"{short}…"
