"""Colours can be told apart by everybody: WCAG 2.2, 1.4.3 (text) and 1.4.11 (frames, focus).

Source: https://www.w3.org/TR/WCAG22/#contrast-minimum, read 2026-11-28.
"""

import re
from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.session.columns import PLACES, Tone
from pmark_desktop.session.settings import Theme
from pmark_desktop.ui import day_picker, month_painter, timeline_inks
from pmark_desktop.ui.markers import Markers
from pmark_desktop.ui.theme import DARK, LIGHT, Look, install_theme, looks

TEXT, FRAME = 4.5, 3.0
THEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
INKS = ("text", "faint", "accent", "late", "soon", "waiting", "past", "good")
GROUNDS = (
    "window", "base", "stripe", "row", "chosen", "late_ground", "soon_ground", "waiting_ground",
    "past_ground",
)  # fmt: skip
SHADED = ("window", "base", "stripe", "row")  # what closed days may lie on
LEGEND = (Tone.LATE, Tone.SOON, Tone.CALM, Tone.DONE, Tone.EXCLUDED, Tone.PAST)
FRAMED = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QCheckBox, QRadioButton)


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(over, below, alpha):
    """Return a colour laid over another; `alpha` is of 255."""
    part = alpha / 255
    pairs = zip(QColor(over).getRgbF()[:3], QColor(below).getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * part + b * (1 - part) for a, b in pairs))


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@THEMES
def test_every_ink_can_be_read_on_every_ground(colors):
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pale = {
        (ink, ground): round(contrast(getattr(colors, ink), getattr(colors, ground)), 2)
        for ink, ground in pairs
    }
    assert {pair: found for pair, found in pale.items() if found < TEXT} == {}


@THEMES
def test_every_tone_can_be_read_on_its_own_ground_and_on_that_of_its_row(colors):
    grounds = [QColor(getattr(colors, name)) for name in GROUNDS[:5]]
    for tone, look in looks(colors).items():
        for ground in (look.ground, *grounds) if look.ground else grounds:
            assert contrast(look.color, ground) >= TEXT, (tone, ground.name())


@THEMES
def test_days_can_be_read_where_the_office_is_closed(colors):
    for ground in SHADED:
        for shade in (day_picker._SHADE, month_painter._SHADE, timeline_inks._SHADE):
            below = mixed(colors.text, getattr(colors, ground), shade)
            for ink in INKS:
                assert contrast(getattr(colors, ink), below) >= TEXT, (ink, ground, shade)


@THEMES
def test_words_on_the_main_button_and_on_what_is_marked_can_be_read(colors):
    assert contrast(colors.on_accent, colors.accent) >= TEXT


@THEMES
def test_a_button_that_is_off_is_still_readable(colors):
    assert contrast(colors.faint, colors.line) >= FRAME


@THEMES
def test_focus_and_edges_are_seen_on_every_ground(colors):
    for ground in GROUNDS[:5]:
        assert contrast(colors.accent, getattr(colors, ground)) >= FRAME, ground
    for ground in GROUNDS[:4]:
        assert contrast(colors.edge, getattr(colors, ground)) >= FRAME, ground


def test_each_colour_of_a_theme_is_checked_here():
    assert {one.name for one in fields(LIGHT)} == {*INKS, *GROUNDS, "line", "edge", "on_accent"}


def frame_contrast(widget, ground):
    """Return how much the frame at the left of a widget stands out from what is beside it."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    middle = image.height() // 2
    return max(contrast(image.pixelColor(x, middle), ground) for x in range(6))


@pytest.fixture
def shown(qtbot, qapp):
    """Return a function that shows a widget of a class in a theme, and its window."""
    before, kept = qapp.palette(), []

    def show(kind, theme):
        install_theme(qapp, theme)
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        made = kind()
        other = QLineEdit()
        column = QVBoxLayout(window)
        column.addWidget(other)
        column.addWidget(made)
        window.resize(300, 200)
        window.show()
        other.setFocus()
        QApplication.processEvents()
        return made

    yield show
    install_theme(qapp, Theme.LIGHT)
    qapp.setPalette(before)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("kind", FRAMED)
def test_the_frame_of_a_field_is_seen(shown, kind, theme):
    field = shown(kind, theme)
    colors = LIGHT if theme is Theme.LIGHT else DARK
    for ground in (colors.window, colors.base):
        assert frame_contrast(field, ground) >= FRAME


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_the_focus_of_a_field_is_seen(shown, kind, theme):
    field = shown(kind, theme)
    field.setFocus()
    QApplication.processEvents()
    colors = LIGHT if theme is Theme.LIGHT else DARK
    assert frame_contrast(field, colors.base) >= FRAME


def test_what_a_colour_says_stands_in_words_beside_it(window):
    model, said = window.view.tasks.model, {}
    for row in range(model.rowCount()):
        text, tone = model.cell(row, PLACES["left"])
        said.setdefault(tone, set()).add(re.sub("[0-9]+", "n", text.partition("(")[0]))
    urgent = {tone: said[tone] for tone in (Tone.LATE, Tone.SOON, Tone.WAITING, Tone.PAST)}
    assert all("" not in words for words in urgent.values())
    for one, other in combinations(urgent.values(), 2):
        assert not one & other


def test_every_mark_has_a_shape_of_its_own(style):
    """In one colour for all, no two of the marks of the timeline look the same."""
    one = {tone: Look(QColor("#000000")) for tone in Tone}
    flat = replace(style, tones=one, colors=replace(style.colors, accent="#000000"))
    marks = [Markers(flat).get(tone, 1).toImage() for tone in LEGEND]
    assert all(one != other for one, other in combinations(marks, 2))
