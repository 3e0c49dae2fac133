"""What an .xlsx file has to be before anything in it is believed.

Office files are ZIP archives of XML, and both can be made so that a reader never ends or fills
the memory. So: sizes and counts first, then only the parts that are needed, each by a bounded
read of real bytes, by a parser that refuses every DOCTYPE. Links to other files are refused.
"""

import posixpath
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import quoted

MIB = 1024 * 1024
MOST_BYTES = 20 * MIB
MOST_PART = 64 * MIB
MOST_IN_ALL = 128 * MIB
MOST_PARTS = 1000
MOST_RATIO = 400
MOST_DEPTH = 64
MOST_ELEMENTS = 4_000_000

_BLOCK = 1 << 16
_ENCRYPTED_FLAG = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_UNREADABLE = (
    BadZipFile, EOFError, KeyError, IndexError, LookupError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError, struct.error, zlib.error,
)  # fmt: skip

Start = Callable[[str, dict[str, str]], object]
Progress = Callable[[float], None]


class SheetFaultError(Exception):
    """A file cannot be read at all: why, what fills the sentence, and the sheet or cell."""

    def __init__(self, code: Code, place: str = "", **facts: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.place = place
        self.facts = facts


def local(name: str) -> str:
    """Return a name without its namespace: strict and usual Open XML differ only there."""
    return name.rpartition(":")[2]


class Parts:
    """The parts of a workbook file.

    Args:
        content: the file.
        progress: is told how much of all bytes has been read (0 to 1); it may raise to cancel.

    Raises:
        SheetFaultError: no .xlsx, protected, damaged, too big, or linked to other files.
    """

    def __init__(self, content: bytes, progress: Progress | None = None) -> None:
        self._progress = progress
        self._read = 0
        self._elements = 0
        _check_kind(content)
        try:
            self._archive = ZipFile(BytesIO(content))
            entries = self._archive.infolist()
        except _UNREADABLE as error:
            raise SheetFaultError(Code.SHEET_DAMAGED, part="ZIP") from error
        self._entries = _checked(entries)
        self._all = max(sum(entry.file_size for entry in entries), 1)
        self._check_types()
        self._check_links()

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self._entries

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to: kind and part name, by id."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def start(element: str, given: dict[str, str]) -> None:
            if local(element) == "Relationship":
                kind = given.get("Type", "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
                found[given.get("Id", "")] = (kind, target.lstrip("/"))

        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.has(rels):
            for _ in self.parse(rels, start):
                pass
        return found

    def parse(  # noqa: C901  three handlers that share a depth
        self,
        name: str,
        start: Start,
        end: Callable[[str], object] | None = None,
        text: Callable[[str], object] | None = None,
    ) -> Iterator[None]:
        """Parse a part block by block; whoever iterates may stop before its end.

        Raises:
            SheetFaultError: it is not there, too big, or not sound XML.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        depth = 0

        def on_start(element: str, given: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._elements += 1
            if depth > MOST_DEPTH or self._elements > MOST_ELEMENTS:
                raise SheetFaultError(Code.SHEET_OVERDONE)
            start(element, given)

        def on_end(element: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(element)

        def on_doctype(*_: object) -> None:
            raise SheetFaultError(Code.SHEET_DOCTYPE, part=quoted(name))

        parser.StartElementHandler = on_start
        parser.EndElementHandler = on_end
        parser.StartDoctypeDeclHandler = on_doctype
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            for block in self._blocks(name):
                parser.Parse(block, False)
                yield
            parser.Parse(b"", True)
        except (expat.ExpatError, *_UNREADABLE) as error:
            raise SheetFaultError(Code.SHEET_DAMAGED, part=quoted(name)) from error

    def _blocks(self, name: str) -> Iterator[bytes]:
        """Yield the real bytes of a part; what its entry claims is not believed."""
        entry = self._entries[name]
        count = 0
        with self._archive.open(entry) as part:
            while block := part.read(_BLOCK):
                count += len(block)
                self._read += len(block)
                if count > MOST_PART or self._read > MOST_IN_ALL or _is_bomb(entry, count):
                    raise SheetFaultError(Code.SHEET_OVERDONE)
                if self._progress is not None:
                    self._progress(min(self._read / self._all, 1.0))
                yield block

    def _check_types(self) -> None:
        """Refuse other kinds of workbook than .xlsx."""
        if self.has("xl/workbook.bin"):
            raise SheetFaultError(Code.SHEET_BINARY)
        if self.has("mimetype"):
            raise SheetFaultError(Code.SHEET_OPEN_DOCUMENT)
        if not self.has(_TYPES):
            raise SheetFaultError(Code.SHEET_NOT_XLSX)
        types: set[str] = set()

        def start(_element: str, given: dict[str, str]) -> None:
            types.add(given.get("ContentType", ""))

        for _ in self.parse(_TYPES, start):
            pass
        has_macros = any("macroEnabled" in kind or "vbaProject" in kind for kind in types)
        if has_macros or any(name.endswith("vbaProject.bin") for name in self._entries):
            raise SheetFaultError(Code.SHEET_MACROS)

    def _check_links(self) -> None:
        """Refuse what is fetched from elsewhere; an address that is only shown may stay."""
        linked: list[str] = []

        def start(_element: str, given: dict[str, str]) -> None:
            is_outside = given.get("TargetMode") == "External"
            if is_outside and not given.get("Type", "").endswith("/hyperlink"):
                linked.append(given.get("Target", ""))

        for name in self._entries:
            if name.endswith(".rels"):
                for _ in self.parse(name, start):
                    pass
        if linked:
            raise SheetFaultError(Code.SHEET_LINKED, target=quoted(linked[0]))


def _check_kind(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise SheetFaultError(Code.FILE_TOO_BIG, most_kib=MOST_BYTES // 1024)
    if not content:
        raise SheetFaultError(Code.FILE_EMPTY)
    if content.startswith(_OLE):
        is_locked = _ENCRYPTED_MARK in content
        raise SheetFaultError(Code.SHEET_ENCRYPTED if is_locked else Code.SHEET_OLD_EXCEL)
    if not content.startswith(b"PK"):
        raise SheetFaultError(Code.SHEET_NOT_XLSX)


def _checked(entries: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Return the entries by name, or refuse what no spreadsheet program writes."""
    found: dict[str, ZipInfo] = {}
    for entry in entries:
        if entry.filename in found:
            raise SheetFaultError(Code.SHEET_TWO_ANSWERS, what=quoted(entry.filename))
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise SheetFaultError(Code.SHEET_ENCRYPTED)
        found[entry.filename] = entry
    is_too_much = len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_IN_ALL
    if is_too_much or any(
        entry.file_size > MOST_PART or _is_bomb(entry, entry.file_size) for entry in entries
    ):
        raise SheetFaultError(Code.SHEET_OVERDONE)
    return found


def _is_bomb(entry: ZipInfo, size: int) -> bool:
    return size > MIB and size > MOST_RATIO * max(entry.compress_size, 1)
