"""Streams the cells into the frame and packs the file."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pmark_desktop.exchange.workbook.frame import Frame
from pmark_desktop.exchange.workbook.layout import Look, Row, Sheet, Value, letter
from pmark_desktop.exchange.workbook.looks import StyleNumbers
from pmark_desktop.exchange.workbook.plan import Steps
from pmark_desktop.exchange.workbook.safe_texts import needs_quote_prefix

_CONTENT_TYPES = "[Content_Types].xml"
_DAY_ZERO = date(1899, 12, 30)
_MOMENT_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  (Excel knows no time zones)
_ONE_DAY = timedelta(days=1)
_ROWS_AT_ONCE = 64
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_ZIP_YEAR = 1980


def write_draft(draft: Path, frame: Frame, sheets: list[Sheet], steps: Steps) -> None:
    """Write the file; the same sheets give the same bytes."""
    names = sorted(frame.parts, key=lambda name: (name != _CONTENT_TYPES, name))
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(_entry(name, frame), frame.parts[name])
        for name, sheet in zip(frame.sheet_parts, sheets, strict=True):
            before, after = frame.halves[name]
            with archive.open(_entry(name, frame), "w") as part:
                part.write(before + b"<sheetData>")
                for chunk in _chunks(_rows_xml(sheet, frame, steps)):
                    part.write(chunk)
                part.write(b"</sheetData>" + after)


def _entry(name: str, frame: Frame) -> ZipInfo:
    """Return the entry of a part, dated by the snapshot and not by the clock."""
    moment = frame.written_at
    year = max(moment.year, _FIRST_ZIP_YEAR)
    stamp = (year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    entry = ZipInfo(name, stamp)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # else it names the operating system
    return entry


def _chunks(texts: Iterator[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    for text in texts:
        waiting.append(text)
        if len(waiting) == _ROWS_AT_ONCE:
            yield "".join(waiting).encode()
            waiting.clear()
    yield "".join(waiting).encode()


def _rows_xml(sheet: Sheet, frame: Frame, steps: Steps) -> Iterator[str]:
    letters = [letter(column) for column in range(len(sheet.widths))]
    dressed: dict[tuple[Look, ...], list[StyleNumbers]] = {}
    for number, row in enumerate(sheet.rows, start=1):
        steps.step()
        styles = dressed.get(row.looks)
        if styles is None:
            styles = dressed[row.looks] = [frame.styles[look] for look in row.looks]
        yield _row_xml(number, row, styles, letters)


def _row_xml(number: int, row: Row, styles: list[StyleNumbers], letters: list[str]) -> str:
    parts = [f'<row r="{number}" ht="{row.height:g}" customHeight="1">']
    for column, value, style in zip(letters, row.values, styles, strict=False):
        if value is None or value == "":
            parts.append(f'<c r="{column}{number}" s="{style.plain}"/>')
        elif type(value) is str:
            own = style.quoted if needs_quote_prefix(value) else style.plain
            parts.append(
                f'<c r="{column}{number}" s="{own}" t="inlineStr"><is>{_text(value)}</is></c>'
            )
        else:
            serial = _serial(value)
            parts.append(f'<c r="{column}{number}" s="{style.plain}"><v>{serial}</v></c>')
    parts.append("</row>")
    return "".join(parts)


def _text(value: str) -> str:
    """Return a text as XML; texts come fit for it (`safe_texts.fit`)."""
    if "_x" in value:  # `_x0041_` would be read as an A: the underscore is escaped
        value = _LOOKS_ESCAPED.sub("_x005F_", value)
    if "&" in value or "<" in value or ">" in value:
        value = escape(value)
    keep = value[0] <= " " or value[-1] <= " " or "\n" in value
    return f'<t xml:space="preserve">{value}</t>' if keep else f"<t>{value}</t>"


def _serial(value: Value) -> str:
    """Return a number as Excel stores it; a day is the count of days since 1899-12-30."""
    if isinstance(value, datetime):
        return repr((value - _MOMENT_ZERO) / _ONE_DAY)
    if isinstance(value, date):
        return str((value - _DAY_ZERO).days)
    return repr(value)
