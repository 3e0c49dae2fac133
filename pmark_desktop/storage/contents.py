"""The bytes of evidence files, kept by their SHA-256 in pieces."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

PIECE_BYTES = 1024 * 1024


def has_content(link: sqlite3.Connection, sha256: str) -> bool:
    """Tell whether a file with this hash is kept already."""
    found = link.execute("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    return found is not None


def begin_content(link: sqlite3.Connection, sha256: str, size: int) -> None:
    """Make room for a file whose hash and size are known; its pieces follow."""
    link.execute("INSERT INTO content (sha256, size) VALUES (?, ?)", (sha256, size))


def add_piece(link: sqlite3.Connection, sha256: str, number: int, piece: bytes) -> None:
    """Keep piece `number`, from 0, of a file that was begun."""
    link.execute(
        "INSERT INTO chunk (sha256, number, bytes) VALUES (?, ?, ?)", (sha256, number, piece)
    )


def pieces(link: sqlite3.Connection, sha256: str) -> Iterator[bytes]:
    """Yield the bytes of a file, piece by piece."""
    found = link.execute("SELECT bytes FROM chunk WHERE sha256 = ? ORDER BY number", (sha256,))
    for (piece,) in found:
        yield piece


def hash_of(parts: Iterable[bytes]) -> str:
    """Return the SHA-256 of bytes that come in parts."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
