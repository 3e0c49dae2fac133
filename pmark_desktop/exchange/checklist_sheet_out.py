"""Writes the form in which people write a checklist in Excel, empty or filled in.

A new file, whole or not at all, read back before it takes its name. Every text is a text, so
that Excel makes neither a formula nor a date of it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pmark_desktop.domain.checklist import DEFAULT_LEAD_DAYS, Checklist, Item, Repeat
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.rules import Rule, RuleError, parse_rule
from pmark_desktop.exchange.checklist_sheet_form import FORM_MARK, VALUE_ID
from pmark_desktop.exchange.checklist_sheet_in import sheet_table
from pmark_desktop.exchange.checklist_table import FORMAT, MOST_ITEMS, MOST_LEAD_DAYS
from pmark_desktop.exchange.files import whole_file
from pmark_desktop.exchange.workbook.safe_texts import fit, needs_quote_prefix
from pmark_desktop.exchange.xlsx_gate import SheetFaultError
from pmark_desktop.exchange.xlsx_grid import column_letters
from pmark_desktop.words import Language, pick, rule_words
from pmark_desktop.words_checklist_sheet import (
    CHOICES,
    HEAD_LABELS,
    HEAD_NOTES,
    ITEM_LABELS,
    LABEL,
    MARK_NEEDED,
    NEEDED,
    NOTE,
    NOTE_HEADINGS,
    SHEETS,
    VALUE,
    Sheet,
    choice_words,
    rule_examples,
    steps,
)
from pmark_desktop.words_rules import rule_text

SUFFIX = ".xlsx"
_PROGRAM = "Pマーク更新デスク"
_FONT = "游ゴシック"
_TEXT_FORMAT, _DAY_FORMAT, _WHOLE_FORMAT = "@", "yyyy/mm/dd", "0"
_LINE = Side(style="thin", color="BFBFBF")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="DCE6F1")
_FIELD_FILL = PatternFill("solid", fgColor="FFF9E5")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_A4 = "9"
_WIDTHS: Mapping[str, float] = {
    "id": 11, "title": 26, "guidance": 46, "clause": 16, "evidence": 26, "role": 18, "stage": 10,
    "due": 25, "hard_due": 22, "due_note": 22, "repeat": 11, "lead_days": 12, "applies_if": 24,
    "replaces": 14,
}  # fmt: skip
_FIRST_FIELD, _FIRST_ITEM = 3, 3
_LABELS, _VALUES, _NOTES = 2, 3, 4


def write_template(
    path: Path,
    language: Language,
    checklist: Checklist | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the form, filled in with a list if one is given; an older file is replaced.

    Raises:
        UserError: the name does not end in .xlsx, or `progress` cancelled. Nothing was written.
        StorageError: it cannot be written, or did not read back the same. Nothing was written.
    """
    if path.suffix.casefold() != SUFFIX:
        raise UserError(Why.TARGET_WRONG_TYPE, file=path.name, suffix=SUFFIX)
    tell = progress or (lambda _fraction: None)
    with whole_file(path) as draft:
        content = _saved(_book(language, checklist, lambda part: tell(part * 0.6)))
        _check(content, checklist, path.name, lambda part: tell(0.7 + part * 0.3))
        draft.write_bytes(content)
        tell(1.0)


def _check(
    content: bytes, checklist: Checklist | None, name: str, tell: Callable[[float], None]
) -> None:
    tell(0.0)
    try:
        found = sheet_table(content)
    except SheetFaultError as error:
        raise StorageError(Why.WRITTEN_WRONGLY, file=name) from error
    if found != _meant(checklist):
        raise StorageError(Why.WRITTEN_WRONGLY, file=name)


def _meant(checklist: Checklist | None) -> dict[str, Any]:
    """Return the table that has to come back."""
    if checklist is None:
        return {"format": FORMAT, "items": []}
    head = {field: getattr(checklist, field) for field in HEAD_LABELS} | {
        "kind": checklist.kind.value
    }
    items = [_filled({field: _stored(item, field) for field in ITEM_LABELS}) for item in
             checklist.items]  # fmt: skip
    return _filled(head) | {"format": FORMAT, "items": items}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    stripped = {
        name: fit(value).strip() if isinstance(value, str) else value
        for name, value in values.items()
    }
    return {name: value for name, value in stripped.items() if value not in ("", None, [])}


def _stored(item: Item, field: str) -> object:
    value = getattr(item, field)
    match field:
        case "repeat":
            return "" if value is Repeat.ONCE else value.value
        case "replaces":
            return list(value)
        case "due" | "hard_due":
            return str(value) if value else ""
        case "applies_if" | "stage":
            return value.value if value else ""
    return value


def _saved(book: Workbook) -> bytes:
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _book(
    language: Language, checklist: Checklist | None, tell: Callable[[float], None]
) -> Workbook:
    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = _PROGRAM
    head = book.worksheets[0]
    items, notes = book.create_sheet(), book.create_sheet()
    for sheet, made in zip(
        (Sheet.HEAD, Sheet.ITEMS, Sheet.NOTES), (head, items, notes), strict=True
    ):
        made.title = pick(SHEETS[sheet], language)
        _set_page(made)
    _fill_head(head, language, checklist)
    _fill_items(items, language, checklist.items if checklist else (), tell)
    _fill_notes(notes, language)
    return book


def _set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&P / &N"
    sheet.sheet_view.showGridLines = False


# the head of the list


def _fill_head(sheet: Worksheet, language: Language, checklist: Checklist | None) -> None:
    _put(sheet.cell(1, 1), FORM_MARK)
    _put(sheet.cell(1, _VALUES), VALUE_ID)
    heading = _looks(sheet, bold=True, fill=_HEAD_FILL)
    for column, words in ((_LABELS, LABEL), (_VALUES, VALUE), (_NOTES, NOTE)):
        _put(sheet.cell(2, column), pick(words, language), heading)
    name, note = _looks(sheet, bold=True), _looks(sheet)
    for row, field in enumerate(HEAD_LABELS, start=_FIRST_FIELD):
        _put(sheet.cell(row, 1), field)
        label = f"{pick(HEAD_LABELS[field], language)} {pick(MARK_NEEDED, language)}"
        _put(sheet.cell(row, _LABELS), label, name)
        look = _looks(sheet, fill=_FIELD_FILL, numbers=_DAY_FORMAT if field == "date" else "@")
        _put(sheet.cell(row, _VALUES), _shown_head(checklist, field, language), look)
        _put(sheet.cell(row, _NOTES), pick(HEAD_NOTES[field], language), note)
    kind = _FIRST_FIELD + list(HEAD_LABELS).index("kind")
    _choose(sheet, "kind", f"C{kind}", language)
    for letter, width in (("A", 4), ("B", 22), ("C", 46), ("D", 70)):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[1].hidden = True
    sheet.freeze_panes = "A3"


def _shown_head(checklist: Checklist | None, field: str, language: Language) -> object:
    if checklist is None:
        return ""
    value = getattr(checklist, field)
    return choice_words(field, value.value, language) if field == "kind" else value


# the items


def _fill_items(
    sheet: Worksheet, language: Language, items: Sequence[Item], tell: Callable[[float], None]
) -> None:
    heading = _looks(sheet, bold=True, fill=_HEAD_FILL)
    styles = {field: _looks(sheet, numbers=_number_format(field)) for field in ITEM_LABELS}
    last = _FIRST_ITEM + MOST_ITEMS - 1
    for column, field in enumerate(ITEM_LABELS, start=1):
        _put(sheet.cell(1, column), field)
        mark = f" {pick(MARK_NEEDED, language)}" if field in (*NEEDED, "due") else ""
        _put(sheet.cell(2, column), pick(ITEM_LABELS[field], language) + mark, heading)
        letter = column_letters(column)
        _dress_column(sheet, letter, _WIDTHS[field], styles[field])
        if field in CHOICES:
            _choose(sheet, field, f"{letter}{_FIRST_ITEM}:{letter}{last}", language)
    days = column_letters(list(ITEM_LABELS).index("lead_days") + 1)
    _count_days(sheet, f"{days}{_FIRST_ITEM}:{days}{last}")
    for place, item in enumerate(items):
        tell(place / len(items))
        for column, field in enumerate(ITEM_LABELS, start=1):
            cell = sheet.cell(_FIRST_ITEM + place, column)
            _put(cell, _shown(item, field, language), styles[field])
    sheet.row_dimensions[1].hidden = True
    sheet.freeze_panes = "C3"
    sheet.print_title_rows = "2:2"


def _number_format(field: str) -> str:
    return _WHOLE_FORMAT if field == "lead_days" else _TEXT_FORMAT


def _shown(item: Item, field: str, language: Language) -> object:
    value = getattr(item, field)
    match field:
        case "due" | "hard_due":
            return _shown_rule(value, language) if value else ""
        case "stage" | "applies_if":
            return choice_words(field, value.value, language) if value else ""
        case "repeat":
            return "" if value is Repeat.ONCE else choice_words(field, value.value, language)
        case "replaces":
            return ", ".join(value)
    return value


def _shown_rule(rule: Rule, language: Language) -> str:
    """Return a rule in words; as it is written where words would not lead back to it."""
    words = rule_words(rule, Repeat.ONCE, language)
    try:
        return words if parse_rule(rule_text(words)) == rule else str(rule)
    except RuleError:
        return str(rule)


# how to fill it in


def _fill_notes(sheet: Worksheet, language: Language) -> None:
    heading, name, plain = _looks(sheet, bold=True, fill=_HEAD_FILL), _looks(sheet, bold=True), (
        _looks(sheet)
    )  # fmt: skip
    how, rules, meaning = (pick(words, language) for words in NOTE_HEADINGS)
    rows: list[tuple[str, str, bool]] = [(how, "", True)]
    rows += [(str(number), step, False) for number, step in enumerate(steps(language), start=1)]
    rows += [("", "", False), (rules, meaning, True)]
    rows += [(rule, what, False) for rule, what in rule_examples(language)]
    rows.append(("", "", False))
    for field, choices in CHOICES.items():
        label = HEAD_LABELS.get(field) or ITEM_LABELS[field]
        words = " / ".join(pick(one, language) for one in choices.values())
        rows.append((pick(label, language), words, False))
    for row, (first, second, is_heading) in enumerate(rows, start=1):
        if first or second:
            _put(sheet.cell(row, 1), first, heading if is_heading else name)
            _put(sheet.cell(row, 2), second, heading if is_heading else plain)
    sheet.column_dimensions["A"].width = 42
    sheet.column_dimensions["B"].width = 96


# pieces


def _looks(
    sheet: Worksheet,
    *,
    bold: bool = False,
    fill: PatternFill | None = None,
    numbers: str = _TEXT_FORMAT,
) -> Cell:
    """Return a cell of no row that wears a look: its style is copied, which is quick."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name=_FONT, size=10, bold=bold, charset=128, family=3)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = _GRID
    cell.number_format = numbers
    if fill is not None:
        cell.fill = fill
    return cell


def _put(cell: Any, value: object, look: Cell | None = None) -> None:
    """Put a value into a cell; a text stays a text, whatever it begins with."""
    if look is not None:
        cell._style = copy(look._style)  # type: ignore[attr-defined]  # noqa: SLF001  openpyxl's quick way
    if not isinstance(value, str):
        cell.value = value if isinstance(value, int | date) else None
        return
    text = fit(value).strip()
    if not text:
        return
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", text)
    cell.data_type = "s"
    if needs_quote_prefix(text):
        cell.quotePrefix = True


def _dress_column(sheet: Worksheet, letter: str, width: float, look: Cell) -> None:
    """Give the empty cells of a column their look, so that what is typed stays what it is."""
    column = sheet.column_dimensions[letter]
    column.width = width
    column._style = copy(look._style)  # type: ignore[attr-defined]  # noqa: SLF001  openpyxl keeps it there


def _choose(sheet: Worksheet, field: str, cells: str, language: Language) -> None:
    words = ",".join(pick(one, language) for one in CHOICES[field].values())
    _validate(sheet, DataValidation(type="list", formula1=f'"{words}"', allow_blank=True), cells)


def _count_days(sheet: Worksheet, cells: str) -> None:
    limits = DataValidation(
        type="whole", operator="between", formula1="0", formula2=str(MOST_LEAD_DAYS),
        allow_blank=True, promptTitle=None, prompt=f"0-{MOST_LEAD_DAYS} ({DEFAULT_LEAD_DAYS})",
    )  # fmt: skip
    _validate(sheet, limits, cells)


def _validate(sheet: Worksheet, rule: DataValidation, cells: str) -> None:
    rule.showErrorMessage = True
    rule.showInputMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)
