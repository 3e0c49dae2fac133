"""Fonts, colours and number formats of every look and tone."""

from typing import NamedTuple

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from pmark_desktop.exchange.workbook.layout import Look, Tone
from pmark_desktop.words import Both, Language, pick

FONT = "游ゴシック"
STANDARD_SIZE = 11  # column widths count its digits
_SIZE = 9
_DAY = "yyyy/mm/dd"
_DAY_AND_WEEKDAY: Both = ("[$-411]yyyy/mm/dd(aaa)", "[$-409]yyyy/mm/dd (ddd)")
_ERA = '[$-411]ggge"年"m"月"d"日"'
_MOMENT = "yyyy/mm/dd hh:mm:ss"
_WHOLE = "#,##0"
_PERCENT = "0%"

_LINE = Side(style="thin", color="A6A6A6")
_STRONG = Side(style="thin", color="404040")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FRAME = Border(left=_STRONG, right=_STRONG, top=_STRONG, bottom=_STRONG)
_UNDER = Border(bottom=_LINE)
_OPEN = Border()
_BLUE, _GREEN, _GREY = "DCE6F1", "E2EFDA", "EDEDED"
_INK, _QUIET, _LINKED = "000000", "7F7F7F", "0B5394"


class _Style(NamedTuple):
    size: float = _SIZE
    bold: bool = False
    ink: str = _INK
    fill: str = ""
    border: Border = _GRID
    across: str = "left"
    down: str = "top"
    numbers: str = "General"
    indent: int = 0


_VALUE = _Style(size=11, border=_UNDER, down="center", indent=1)
_CENTRED = _Style(across="center")
_STYLES: dict[Look, _Style] = {
    Look.BARE: _Style(border=_OPEN),
    Look.TITLE: _Style(size=22, bold=True, border=_OPEN, across="center", down="center"),
    Look.SUBTITLE: _Style(size=12, ink=_QUIET, border=_OPEN, across="center", down="top"),
    Look.FORM: _Style(border=_OPEN, across="right", down="center"),
    Look.LABEL: _VALUE._replace(fill=_GREY, size=10),
    Look.VALUE: _VALUE,
    Look.VALUE_DATE: _VALUE._replace(numbers=_DAY),
    Look.VALUE_ERA: _VALUE._replace(numbers=_ERA),
    Look.VALUE_MIDDLE: _VALUE._replace(across="center", indent=0),
    Look.SMALL: _Style(size=8),
    Look.HASH: _VALUE._replace(size=9),
    Look.BOX_HEAD: _Style(size=10, fill=_GREY, border=_FRAME, across="center", down="center"),
    Look.BOX: _Style(border=_FRAME),
    Look.BOX_FOOT: _Style(border=_FRAME, across="center", down="center"),
    Look.PLAN: _Style(size=10, bold=True, fill=_BLUE, across="center", down="center"),
    Look.ACTUAL: _Style(size=10, bold=True, fill=_GREEN, across="center", down="center"),
    Look.HEAD: _Style(bold=True, fill=_GREY, across="center", down="center"),
    Look.TEXT: _Style(),
    Look.FAINT: _Style(ink=_QUIET),
    Look.LINK: _Style(ink=_LINKED),
    Look.CENTRE: _CENTRED,
    Look.CENTRE_LINK: _CENTRED._replace(ink=_LINKED),
    Look.DATE: _CENTRED._replace(numbers=_DAY),
    Look.MOMENT: _CENTRED._replace(numbers=_MOMENT),
    Look.COUNT: _Style(across="right", numbers=_WHOLE),
    Look.PERCENT: _Style(across="right", numbers=_PERCENT),
    Look.TOTAL: _Style(bold=True, fill=_GREY),
    Look.TOTAL_COUNT: _Style(bold=True, fill=_GREY, across="right", numbers=_WHOLE),
    Look.TOTAL_PERCENT: _Style(bold=True, fill=_GREY, across="right", numbers=_PERCENT),
}

_TONES: dict[Tone, tuple[str, str]] = {  # ink, fill; dark enough on paper without colour
    Tone.LATE: ("9C0006", "FFC7CE"),
    Tone.SOON: ("7F6000", "FFF2CC"),
    Tone.DONE: ("274E13", "E2EFDA"),
    Tone.DOING: ("1F3864", "DCE6F1"),
    Tone.REVIEW: ("5B3A00", "FCE4D6"),
    Tone.EXCLUDED: ("7F7F7F", "EDEDED"),
}


class StyleNumbers(NamedTuple):
    """The numbers of a look in the workbook's table of styles."""

    plain: int
    quoted: int  # for a text that would, typed again, be a formula


def style_numbers(sheet: Worksheet, language: Language) -> dict[Look, StyleNumbers]:
    """Enter all looks into the workbook of `sheet` and return their numbers."""
    weekday = _CENTRED._replace(numbers=pick(_DAY_AND_WEEKDAY, language))
    return {
        look: StyleNumbers(
            _entered(sheet, style, quoted=False), _entered(sheet, style, quoted=True)
        )
        for look, style in (_STYLES | {Look.WEEKDAY: weekday}).items()
    }


def _entered(sheet: Worksheet, style: _Style, *, quoted: bool) -> int:
    """Dress a cell that belongs to no row: the workbook keeps the style."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(
        name=FONT, size=style.size, bold=style.bold, color=style.ink, charset=128, family=3
    )
    if style.fill:
        cell.fill = PatternFill("solid", fgColor=style.fill)
    cell.border = style.border
    cell.alignment = Alignment(
        horizontal=style.across, vertical=style.down, wrap_text=True, indent=style.indent
    )
    cell.number_format = style.numbers
    cell.quotePrefix = quoted
    return cell.style_id


def differential(tone: Tone) -> DifferentialStyle:
    """Return what a conditional format changes."""
    ink, fill = _TONES[tone]
    return DifferentialStyle(font=Font(color=ink, bold=True), fill=PatternFill(bgColor=fill))
