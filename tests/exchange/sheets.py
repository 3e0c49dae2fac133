"""Workbook files made by hand, part by part: what no spreadsheet program would write."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
IDS = ("id", "title", "guidance", "clause", "evidence", "role", "stage", "due", "repeat")
HEAD = (
    ("key", "AB"), ("title", "一覧"), ("title_en", "List"), ("kind", "主要"), ("version", "1.0"),
    ("date", "2026/11/23"), ("source", "手作り"),
)  # fmt: skip
ROW = ("AB-01", "項目", "手引き", "J.6.2", "記録", "PMS事務局", "計画(P)", "満了日の10か月前", "")


def text_cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def row_xml(number, values, first="A"):
    cells = "".join(
        text_cell(f"{chr(ord(first) + place)}{number}", value)
        for place, value in enumerate(values)
        if value
    )
    return f'<row r="{number}">{cells}</row>'


def sheet_xml(rows, before="", after="", namespace=MAIN):
    return (
        f'<worksheet xmlns="{namespace}" xmlns:r="{RELS}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def head_xml(**changes):
    values = dict(HEAD) | changes
    rows = [
        row_xml(number, (name, name, value))
        for number, (name, value) in enumerate(values.items(), start=2)
    ]
    return sheet_xml(row_xml(1, ("", "", "value")) + "".join(rows))


def items_xml(*rows, before="", after=""):
    found = [row_xml(1, IDS)]
    found += [
        row if isinstance(row, str) else row_xml(number, row)
        for number, row in enumerate(rows, start=2)
    ]
    return sheet_xml("".join(found), before, after)


def parts(head=None, items=None, **more):
    """Return the parts of a sound workbook of two sheets, with some of them changed."""
    found = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets>'
        '<sheet name="チェックリスト" sheetId="1" r:id="r1"/>'
        '<sheet name="項目" sheetId="2" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{RELS}/worksheet" Target="worksheets/sheet2.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": head or head_xml(),
        "xl/worksheets/sheet2.xml": items or items_xml(ROW),
    }
    return found | more


def packed(found, compression=ZIP_DEFLATED):
    """Return the file of these parts; a part may be text or bytes."""
    held = BytesIO()
    with ZipFile(held, "w", compression) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return held.getvalue()


def workbook(head=None, items=None, **more):
    """Return the file of a sound workbook, with some parts changed."""
    return packed(parts(head, items, **more))
