"""The workbook without its cells: styles, page set-up, links, protection, properties.

openpyxl makes this frame; the cells, which are nearly all of the file, are streamed into it by
`write_out`. Giving them to openpyxl as well took six times as long and all of the memory.
"""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.exchange.workbook.layout import Sheet, letter
from pmark_desktop.exchange.workbook.looks import FONT, STANDARD_SIZE, differential, style_numbers
from pmark_desktop.exchange.workbook.safe_texts import fit
from pmark_desktop.words import Language, day_words, pick
from pmark_desktop.words_workbook import TERMS, Term

_STYLES = "xl/styles.xml"
_CORE = "docProps/core.xml"
_APPLICATION = "docProps/app.xml"
_A4 = 9
_PROGRAM = "Pマーク更新デスク"
_STANDARD_FONT = (
    f'<font><sz val="{STANDARD_SIZE}"/><name val="{FONT}"/><family val="3"/>'
    '<charset val="128"/></font>'
)
_MOST_NAME = 40  # of the organisation in the page's heading; 255 is the end of a heading


class Frame:
    """The parts of the file around the cells.

    `parts` has the content of each by name; those of `sheet_parts`, in the order of the sheets,
    come in two halves, before and after the rows. `styles` numbers the looks.
    """

    def __init__(self, snapshot: Snapshot, language: Language, sheets: list[Sheet]) -> None:
        book = Workbook()
        first = book.worksheets[0]
        self.styles = style_numbers(first, language)
        book.calculation.fullCalcOnLoad = False  # else Excel asks to save what nobody changed
        _set_properties(book, snapshot, language)
        page = _PageWords(snapshot, language)
        for sheet in sheets:
            made = first if sheet is sheets[0] else book.create_sheet()
            made.title = sheet.title
            _dress(made, sheet)
            _set_page(made, sheet, page)
        self.parts = _saved(book)
        self.sheet_parts = [f"xl/worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
        self.halves = {
            name: _halves(self.parts.pop(name), sheet)
            for name, sheet in zip(self.sheet_parts, sheets, strict=True)
        }
        self.written_at = snapshot.written_at


def _set_properties(book: Workbook, snapshot: Snapshot, language: Language) -> None:
    """Name the organisation as the author: never a user or a machine."""
    name = fit(snapshot.organisation.name) or _PROGRAM
    properties = book.properties
    properties.creator = properties.lastModifiedBy = name
    properties.title = pick(TERMS[Term.TITLE], language)
    properties.created = properties.modified = _naive_utc(snapshot.written_at)


def _naive_utc(moment: datetime) -> datetime:
    plain = moment.astimezone(UTC) if moment.tzinfo else moment
    return plain.replace(tzinfo=None, microsecond=0)


def _dress(made: Worksheet, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths):
        made.column_dimensions[letter(column)].width = width
    for area in sheet.merged:
        made.merge_cells(area)
    for cell, target in sheet.links.items():
        inside = target.startswith("#")
        link = (
            Hyperlink(ref=cell, location=target[1:]) if inside else Hyperlink(cell, target=target)
        )
        made[cell].hyperlink = link
    for colour in sheet.colours:
        rule = Rule(type="expression", dxf=differential(colour.tone), formula=[colour.formula])
        made.conditional_formatting.add(colour.area, rule)
    if sheet.head:
        last = letter(len(sheet.widths) - 1)
        made.freeze_panes = f"{letter(sheet.frozen)}{sheet.head + 1}"
        made.auto_filter.ref = f"A{sheet.head}:{last}{max(len(sheet.rows), sheet.head + 1)}"
        made.print_title_rows = f"1:{sheet.head}"
    made.sheet_view.showGridLines = False
    protection = made.protection
    protection.sheet = True
    protection.autoFilter = protection.sort = False  # these flags forbid
    protection.formatColumns = protection.formatRows = False


class _PageWords:
    """What stands at the head and foot of every page."""

    def __init__(self, snapshot: Snapshot, language: Language) -> None:
        name = fit(snapshot.organisation.name).replace("\n", " ")
        short = name if len(name) <= _MOST_NAME else f"{name[:_MOST_NAME]}…"
        self.name = _doubled(short)
        day = day_words(snapshot.today, language)
        self.day = pick(TERMS[Term.PAGE_DATE], language).format(day=day)
        newest = snapshot.newest_hash or pick(TERMS[Term.NO_HASH], language)
        self.hash = _doubled(pick(TERMS[Term.PAGE_HASH], language).format(hash=fit(newest)))


def _doubled(text: str) -> str:
    return text.replace("&", "&&")  # a single one begins a code


def _set_page(made: Worksheet, sheet: Sheet, page: _PageWords) -> None:
    made.page_setup.paperSize = _A4
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToWidth = True
    made.page_setup.fitToHeight = sheet.is_cover
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = made.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.65, 0.6
    margins.header = margins.footer = 0.3
    made.print_options.horizontalCentered = True
    head, foot = HeaderFooterItem(), HeaderFooterItem()
    made.HeaderFooter.oddHeader, made.HeaderFooter.oddFooter = head, foot
    texts = [(foot.left, page.hash, 7), (foot.right, "&P / &N", 8)]
    if not sheet.is_cover:
        texts += [(head.left, page.name, 8), (head.right, page.day, 8)]
        texts += [(head.center, _doubled(sheet.page_title), 11)]
    for part, text, size in texts:
        part.text, part.size, part.font = text, size, f"{FONT},Regular"


def _saved(book: Workbook) -> dict[str, bytes]:
    """Return the parts of the frame; nothing in them depends on the hour or the machine."""
    stamped = book.properties.modified
    file = BytesIO()
    book.save(file)
    book.properties.modified = stamped  # saving put the clock there
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CORE] = tostring(book.properties.to_tree())
    parts[_APPLICATION] = re.sub(
        rb"<Application>.*?</Application>",
        f"<Application>{_PROGRAM}</Application>".encode(),
        parts[_APPLICATION],
    )
    font = _STANDARD_FONT.encode()
    parts[_STYLES] = re.sub(rb"<font>.*?</font>", font, parts[_STYLES], count=1, flags=re.DOTALL)
    return parts


def _halves(part: bytes, sheet: Sheet) -> tuple[bytes, bytes]:
    """Return what stands before and after the rows, with the true extent of the sheet."""
    before, after = re.split(rb"<sheetData\s*/>|<sheetData>.*</sheetData>", part, flags=re.DOTALL)
    extent = f"A1:{letter(len(sheet.widths) - 1)}{len(sheet.rows)}".encode()
    before = re.sub(rb'(<dimension ref=")[^"]*', rb"\g<1>" + extent, before)
    return before, after
