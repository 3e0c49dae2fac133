"""What a person prefers on this computer. Facts about the company live in the workspace."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from pmark_desktop.words import Language

_RECENT, _MOST_RECENT = "recent", 8


class Theme(StrEnum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every preference and its default. To add one, add a field."""

    language: Language = Language.JA
    theme: Theme = Theme.SYSTEM
    author: str = ""  # who stands in the log; empty: the name of the account
    reopen_last: bool = True
    tray: bool = True


def _bool(text: str) -> bool:
    return bool(("False", "True").index(text))  # ValueError for any other word


_PARSE: dict[type, Callable[[str], Any]] = {
    bool: _bool,
    str: str,
    Language: Language,
    Theme: Theme,
}


def load_settings(store: QSettings) -> Settings:
    """Read the settings; a missing or damaged value becomes its default."""
    found: dict[str, Any] = {}
    for field in fields(Settings):
        if store.contains(field.name):
            parse = _PARSE[type(field.default)]
            with suppress(ValueError):
                found[field.name] = parse(str(store.value(field.name)))
    return Settings(**found)


def save_settings(store: QSettings, settings: Settings) -> None:
    """Write every setting."""
    for name, value in asdict(settings).items():
        store.setValue(name, str(value))


def recent_files(store: QSettings) -> list[Path]:
    """Return the files opened last, the newest first."""
    found = store.value(_RECENT, [])
    names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    return [Path(str(name)) for name in names]


def remember_file(store: QSettings, path: Path) -> None:
    """Put a file at the head of the recent ones."""
    others = [one for one in recent_files(store) if one != path]
    store.setValue(_RECENT, [str(one) for one in [path, *others][:_MOST_RECENT]])


def forget_file(store: QSettings, path: Path) -> None:
    """Take a file off the recent ones."""
    store.setValue(_RECENT, [str(one) for one in recent_files(store) if one != path])
