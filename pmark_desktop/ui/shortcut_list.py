"""キー操作の一覧: all keys, from the actions of the window and the tables of its parts."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import import_module
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from pmark_desktop.ui.theme import Colors
from pmark_desktop.words import Language
from pmark_desktop.words_steps import ARROWS

translate = QCoreApplication.translate
_PARTS = (
    "task_table", "cell_commands", "task_page", "row_actions", "bulk_panel", "filter_bar",
    "view_bar", "date_editor", "step_panel", "month_view", "timeline_view", "list_table",
)  # fmt: skip
"""Modules of the window that may have a table `SHORTCUTS`: keys, Japanese, English."""


class Keys(NamedTuple):
    """Keys as a person reads them, and what they do."""

    keys: str
    words: str


class Group(NamedTuple):
    """Keys that belong together."""

    title: str
    keys: tuple[Keys, ...]


def groups_of(window: QMainWindow, language: Language) -> list[Group]:
    """Return all keys: a group for each menu, and one for the tables and lists."""
    found = [
        Group(plain(menu.title()), tuple(_of_actions(menu.actions()))) for menu in menus(window)
    ]
    found.append(
        Group(
            translate("ShortcutList", "表と一覧の中で"),
            tuple(dict.fromkeys(_of_parts(language))),
        )
    )
    return [group for group in found if group.keys]


def menus(window: QMainWindow) -> list[QMenu]:
    """Return the menus of a window, in their order."""
    found = (action.menu() for action in window.menuBar().actions())
    return [menu for menu in found if isinstance(menu, QMenu)]


def _of_actions(actions: Iterable[QAction]) -> Iterator[Keys]:
    for action in actions:
        keys = action.shortcut()
        if not keys.isEmpty() and action.isVisible():
            name = plain(action.text()).rstrip("…").split(":")[0]
            yield Keys(keys.toString(QKeySequence.SequenceFormat.NativeText), name)


def _of_parts(language: Language) -> Iterator[Keys]:
    for keys, japanese, english in part_tables():
        if language is Language.JA:
            yield Keys(keys, japanese)
        else:
            yield Keys(keys.replace(*ARROWS), english)


def part_tables() -> list[tuple[str, str, str]]:
    """Return the tables of keys that parts of the window have, one after the other."""
    found: list[tuple[str, str, str]] = []
    for name in _PARTS:
        try:
            module = import_module(f"pmark_desktop.ui.{name}")
        except ModuleNotFoundError:
            continue
        found += getattr(module, "SHORTCUTS", ())
    return found


def plain(words: str) -> str:
    """Return the words of a menu without their mnemonic: `元に戻す(&U)` is 元に戻す."""
    start = words.find("(&")
    if start >= 0 and words[start + 3 : start + 4] == ")":
        words = words[:start] + words[start + 4 :]
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def table_of(groups: Sequence[Group], colors: Colors) -> str:
    """Return the keys as a page that can be read and copied."""
    rows = []
    for group in groups:
        rows.append(
            f'<tr><td colspan="2" style="padding-top:14px; color:{colors.accent}">'
            f"<b>{escape(group.title)}</b></td></tr>"
        )
        rows += [
            f'<tr><td style="padding:3px 24px 3px 8px; white-space:pre"><b>{escape(one.keys)}</b>'
            f'</td><td style="padding:3px 0">{escape(one.words)}</td></tr>'
            for one in group.keys
        ]
    return f'<table cellspacing="0">{"".join(rows)}</table>'
