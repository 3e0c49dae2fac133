"""All can be done with the keys: nothing catches Tab, and no two things share a key."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QTabWidget

from pmark_desktop.ui.shortcut_list import part_tables
from tests.ui.tour import described, focusable, places

HELD = Qt.KeyboardModifier
TAKEN = {f"F{number}" for number in range(6, 11)}  # the Japanese input method has these
MNEMONIC = re.compile("&([^&])")


def keys_of(window):
    """Return (keys, widgets that hold them) of every action and shortcut of a window."""
    found = []
    for action in window.findChildren(QAction):
        holders = [one for one in action.associatedObjects() if not isinstance(one, QMenu)]
        found += [(keys.toString(), holders or [window], action) for keys in action.shortcuts()]
    found += [(one.key().toString(), [one.parent()], one) for one in window.findChildren(QShortcut)]
    return found


def reach(holder, owner):
    """Return where keys work: in one widget, in it and all below, or in the whole window."""
    contexts = Qt.ShortcutContext
    context = owner.context() if isinstance(owner, QShortcut) else owner.shortcutContext()
    if context == contexts.WidgetShortcut:
        return {holder}
    if context == contexts.WidgetWithChildrenShortcut:
        return {holder, *holder.findChildren(object)}
    return {None}


def test_no_keys_mean_two_things_in_one_place(window):
    for _ in places(window):
        pass
    held = {}
    for keys, holders, owner in keys_of(window):
        for holder in holders:
            for place in reach(holder, owner):
                held.setdefault((keys, place), set()).add(owner.objectName())
    whole = {keys: names for (keys, place), names in held.items() if place is None}
    for (keys, place), names in held.items():
        here = names if place is None else names | whole.get(keys, set())
        assert len(here) == 1, (keys, here)


def test_no_keys_are_single_letters_or_those_of_the_input_method(window):
    for _ in places(window):
        pass
    for keys, _, owner in keys_of(window):
        assert keys not in TAKEN, owner.objectName()
        assert len(keys) > 1, owner.objectName()
    for keys, _, _ in part_tables():
        assert not TAKEN & set(re.split("[ /+]+", keys))
        assert not re.fullmatch("[A-Za-z]", keys)


def test_every_key_of_an_action_stands_in_the_list_of_keys(window):
    for _ in places(window):
        pass
    listed = {
        QKeySequence(one.replace("↑", "Up").replace("↓", "Down")).toString()
        for keys, _, _ in part_tables()
        for one in (keys, keys.split(" / ")[0], keys.partition("+")[0] and keys)
    }
    menus = {
        keys.toString()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        for keys in action.shortcuts()
    }
    also = {"Ctrl+=", "Alt+Shift+Down"}  # of a line with another key
    missing = {keys for keys, _, _ in keys_of(window)} - listed - menus - also
    assert missing == set()


def test_every_entry_of_the_menus_can_be_reached_by_letters(window):
    bars = [action for action in window.menuBar().actions() if action.isVisible()]
    for menu in (None, *(action.menu() for action in bars)):
        actions = bars if menu is None else [one for one in menu.actions() if one.text()]
        letters = Counter(
            found[1].upper() if (found := MNEMONIC.search(one.text())) else one.text()
            for one in actions
            if one.shortcut().isEmpty()
        )
        assert all(len(letter) == 1 and count == 1 for letter, count in letters.items()), letters


def test_no_letter_for_the_alt_key_stands_twice_on_a_page(window):
    twice = {}
    for name in places(window):
        letters = Counter(letters_of(window))
        if doubled := {letter for letter, count in letters.items() if count > 1}:
            twice[name] = doubled
    assert twice == {}


def letters_of(window):
    texts = [action.text() for action in window.menuBar().actions() if action.isVisible()]
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    texts += [one.text() for one in buttons if one.isEnabled()]
    texts += [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.buddy()]
    for tabs in window.findChildren(QTabWidget):
        if tabs.isVisible():
            texts += [tabs.tabText(place) for place in range(tabs.count())]
    return [found[1].upper() for text in texts if (found := MNEMONIC.search(text))]


@pytest.mark.parametrize("is_back", [False, True])
def test_tab_comes_by_everything_and_is_caught_nowhere(window, is_back):
    window.activateWindow()
    missed = {}
    for name in places(window):
        wanted = set(focusable(window))
        seen = walk(window, len(wanted) * 3, is_back=is_back)
        seen |= {other for one in seen for other in beside(one)}
        if name_missed := {described(one) for one in wanted - seen}:
            missed[name] = name_missed
    assert not missed, "\n".join(f"{name}: {ones}" for name, ones in missed.items())


def beside(one):
    """Return the buttons of which one is down: Tab comes to one of them, arrows to the others."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


def walk(window, steps, *, is_back):
    """Press Tab so often (Ctrl+Tab in the table of tasks) and return what had the keys."""
    window.view.navigation._pages.setFocus()
    seen, back = set(), HELD.ShiftModifier if is_back else HELD.NoModifier
    for _ in range(steps):
        now = QApplication.focusWidget()
        if now is None:
            break
        seen.add(now)
        is_table = now is window.view.tasks.table
        held = back | HELD.ControlModifier if is_table else back
        QTest.keyClick(now, Qt.Key.Key_Backtab if is_back else Qt.Key.Key_Tab, held)
    return seen
