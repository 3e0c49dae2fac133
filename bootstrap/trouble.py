"""What can go wrong while setting up, each in one plain sentence."""

import errno
import re
import sys
from typing import Final

NO_SPACE_WINDOWS: Final = 112


class Trouble(Exception):  # noqa: N818  an expected trouble, not a mistake of ours
    """Something the reader can mend: a sentence in Japanese, the same in English."""

    def __init__(self, japanese: str, english: str) -> None:
        super().__init__(english)
        self.japanese = japanese
        self.english = english

    def say(self) -> None:
        """Write both sentences to stderr."""
        say(self.japanese)
        say(self.english)


NO_DISK: Final = Trouble(
    "ディスクの空きが足りず、準備できませんでした。1 GB ほど空けて、もう一度実行してください。",
    "The disk is full. Free about 1 GB and run this again.",
)
NO_NETWORK: Final = Trouble(
    "部品を取り寄せられませんでした。インターネット接続(社内ではプロキシの設定 HTTPS_PROXY)を"
    "確かめて、もう一度実行してください。",
    "The packages could not be fetched. Check the network (or HTTPS_PROXY) and run this again.",
)
NO_WHEEL: Final = Trouble(
    "この Python または OS に合う部品がありません。64 ビット版の Python 3.11〜3.14 を、"
    "更新の続いている Windows・macOS・Linux で使ってください。",
    "No packages fit this Python or system. Use a 64-bit Python 3.11 to 3.14 on a current system.",
)
NO_ENSUREPIP: Final = Trouble(
    "この Python には venv または ensurepip がありません。python.org の Python を入れて、"
    "もう一度実行してください。",
    "This Python has no venv or ensurepip module. Install the one from python.org.",
)
WRONG_HASH: Final = Trouble(
    "取り寄せた部品が記録(locks/)と一致しないため、中止しました。時間をおいてもう一度実行し、"
    "続くときは開発者に知らせてください。",
    "A fetched package differs from the record in locks/. Try later; if it stays, report it.",
)
READ_ONLY: Final = Trouble(
    "このフォルダーに書き込めないため、準備できませんでした。書き込める場所へフォルダーごとコピーして、"
    "そこで実行してください。",
    "This folder cannot be written to. Copy it to a place of your own and run it there.",
)

# The first that is found in pip's output names the cause.
PIP_CAUSES: Final = (
    (re.compile(r"No space left|Errno 28|WinError 112|Disk quota exceeded"), NO_DISK),
    (re.compile(r"DO NOT MATCH THE HASHES"), WRONG_HASH),
    (
        re.compile(
            r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|Read timed out"
            r"|ProxyError|SSLError|connection broken|ConnectionReset|Network is unreachable"
        ),
        NO_NETWORK,
    ),
    (re.compile(r"Permission denied|Errno 13|Errno 30|WinError 5\b"), READ_ONLY),
    (re.compile(r"No matching distribution|not a supported wheel"), NO_WHEEL),
)


def say(text: str) -> None:
    """Write a line to stderr; stdout belongs to the program."""
    encoding = sys.stderr.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def explain_pip(output: str) -> Trouble:
    """Return the trouble that a failed step's output tells of."""
    for pattern, trouble in PIP_CAUSES:
        if pattern.search(output):
            return trouble
    return Trouble(
        f"部品を入れられませんでした。もう一度実行してください({_last_line(output)})",
        f"The packages could not be installed; run this again ({_last_line(output)}).",
    )


def explain_os(error: OSError) -> Trouble:
    """Return the trouble that a refused file operation tells of."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or _winerror(error) == NO_SPACE_WINDOWS:
        return NO_DISK
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return READ_ONLY
    return Trouble(
        f"準備できませんでした。もう一度実行してください({error})",
        f"The set-up failed; run this again ({error}).",
    )


def _winerror(error: OSError) -> int | None:
    return getattr(error, "winerror", None)


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "-"
