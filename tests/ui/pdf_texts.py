"""Reads the words of a PDF that Qt wrote, as a search in it would find them."""

import re
import zlib


def page_texts(pdf):
    """Return the text of each page without spaces, in the order in which it was drawn."""
    objects = {int(m[1]): m[2] for m in re.finditer(rb"(?s)\n(\d+) 0 obj\n(.*?)\nendobj", pdf)}
    fonts = {
        name: _letters(objects[int(number)])
        for body in objects.values()
        if b"/Font <<" in body
        for name, number in _fonts(body, objects)
    }
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b", body)]
    return [_text(objects[_reference(rb"/Contents", page)], fonts) for page in pages]


def _reference(name, body):
    return int(re.search(name + rb" (\d+) 0 R", body)[1])


def _fonts(body, objects):
    inside = body[body.index(b"/Font <<") :]
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", inside[: inside.index(b">>")]):
        yield name, _reference(rb"/ToUnicode", objects[int(number)])


def _stream(body):
    found = re.search(rb"(?s)stream\n(.*?)\n?endstream", body)[1]
    return zlib.decompress(found) if b"FlateDecode" in body[:200] else found


def _letters(body):
    """Return the letter of each glyph, from the table that makes a PDF searchable."""
    letters = {}
    for first, _, many in re.findall(rb"<(\w{4})> <(\w{4})> \[(.*?)\]", _stream(body)):
        for offset, code in enumerate(re.findall(rb"<(\w+)>", many)):
            letters[int(first, 16) + offset] = bytes.fromhex(code.decode()).decode("utf-16-be")
    return letters


def _text(body, fonts):
    found, font = [], {}
    for name, codes in re.findall(rb"/(F\d+) [\d.]+ Tf|<(\w+)> Tj", _stream(body)):
        if name:
            font = fonts[name]
            continue
        ids = [int(codes[at : at + 4], 16) for at in range(0, len(codes), 4)]
        found += [font.get(one, "?") for one in ids]
    return re.sub(r"\s", "", "".join(found))
