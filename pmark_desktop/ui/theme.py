"""How it looks: base colours, the palette made of them, and what each tone looks like."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from pmark_desktop.session.columns import Tone
from pmark_desktop.session.settings import Theme
from pmark_desktop.ui.icons import Icons
from pmark_desktop.words import Language

_FAMILIES = (
    "Yu Gothic UI", "Meiryo UI", "Hiragino Sans", "Noto Sans CJK JP", "BIZ UDPGothic",
)  # fmt: skip
_POINTS = 10
_FUSION_DARKENS = 1.4
_FRAMED = (
    "QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox", "QCheckBox",
    "QRadioButton",
)  # fmt: skip
"""Widgets whose frame says where one can type or choose; Fusion makes it of their Window."""


@dataclass(frozen=True, slots=True)
class Colors:
    """The base colours of a theme; every other colour is made of them."""

    window: str
    base: str
    stripe: str
    text: str
    faint: str  # text of less weight, still 4.5 : 1 on every ground
    line: str
    edge: str  # borders of fields, 3 : 1 on every ground they stand on
    accent: str
    on_accent: str
    chosen: str  # ground of a selected cell
    row: str  # ground of the row it is in
    late: str
    late_ground: str
    soon: str
    soon_ground: str
    waiting: str
    waiting_ground: str
    past: str
    past_ground: str
    good: str


LIGHT = Colors(
    window="#f3f5f8", base="#ffffff", stripe="#f8fafc", text="#1b2430", faint="#56616f",
    line="#d3d9e1", edge="#737c88", accent="#1d5fa8", on_accent="#ffffff", chosen="#c5ddf6", row="#eaf2fb",
    late="#b3261e", late_ground="#fdeceb", soon="#7d4a00", soon_ground="#fff3dc",
    waiting="#59478c", waiting_ground="#f1eefa", past="#41536a", past_ground="#edf1f6",
    good="#1a6b3a",
)  # fmt: skip
DARK = Colors(
    window="#1d2126", base="#23282e", stripe="#272d34", text="#e7eaee", faint="#b3bcc7",
    line="#3b434d", edge="#7c8794", accent="#8abcf8", on_accent="#10151b", chosen="#2f4b6b",
    row="#283547", late="#ffa8a0", late_ground="#4a2422", soon="#ffc978", soon_ground="#43351b",
    waiting="#cabdf7", waiting_ground="#332d49", past="#b7c5d5", past_ground="#2d3640",
    good="#84d3a0",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell of some meaning looks; `ground` None leaves the row's own."""

    color: QColor
    ground: QColor | None = None
    is_bold: bool = False


def looks(colors: Colors) -> Mapping[Tone, Look]:
    """Return how each tone looks in a theme."""
    calm, faint, good = QColor(colors.text), QColor(colors.faint), QColor(colors.good)
    late, soon = QColor(colors.late), QColor(colors.soon)
    return {
        Tone.CALM: Look(calm),
        Tone.LATE: Look(late, QColor(colors.late_ground), is_bold=True),
        Tone.SOON: Look(soon, QColor(colors.soon_ground)),
        Tone.WAITING: Look(QColor(colors.waiting), QColor(colors.waiting_ground)),
        Tone.PAST: Look(QColor(colors.past), QColor(colors.past_ground)),
        Tone.DONE: Look(good),
        Tone.EXCLUDED: Look(faint),
        Tone.REVIEW: Look(soon),
        Tone.DOING: Look(QColor(colors.accent)),
        Tone.GOOD: Look(good),
        Tone.BAD: Look(late, is_bold=True),
        Tone.MISSING: Look(soon),
    }


def colors_of(theme: Theme) -> Colors:
    """Return the colours of a theme; `system` follows the computer."""
    if theme is Theme.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def palette(colors: Colors) -> QPalette:
    """Return the palette of the Fusion style in these colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for part, color in {
        role.Window: colors.window, role.WindowText: colors.text, role.Base: colors.base,
        role.AlternateBase: colors.stripe, role.Text: colors.text, role.Button: colors.window,
        role.ButtonText: colors.text, role.ToolTipBase: colors.base,
        role.ToolTipText: colors.text, role.PlaceholderText: colors.faint,
        role.Highlight: colors.accent, role.HighlightedText: colors.on_accent,
        role.Accent: colors.accent, role.Link: colors.accent, role.Mid: colors.line,
        role.Midlight: colors.line, role.BrightText: colors.late,
    }.items():  # fmt: skip
        made.setColor(part, QColor(color))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(colors.faint))
    return made


def style_sheet(colors: Colors) -> str:
    """Return the few rules that the palette cannot say. Widgets are named by `class`."""
    return f"""
        *[class="faint"] {{ color: {colors.faint}; }}
        *[class="title"] {{ font-size: 15pt; font-weight: 600; }}
        *[class="heading"] {{ font-weight: 600; color: {colors.accent}; }}
        *[class="strong"] {{ font-weight: 600; }}
        *[class="late"] {{ color: {colors.late}; font-weight: 600; }}
        *[class="soon"] {{ color: {colors.soon}; font-weight: 600; }}
        *[class="good"] {{ color: {colors.good}; }}
        QFrame[class="card"] {{
            background: {colors.base}; border: 1px solid {colors.line}; border-radius: 6px;
        }}
        QFrame[class="bar"] {{ background: {colors.base}; border-bottom: 1px solid {colors.line}; }}
        QFrame[class="warning"] {{
            background: {colors.soon_ground}; border-bottom: 1px solid {colors.line};
        }}
        QListWidget#pages {{ background: transparent; outline: 0; }}
        QListWidget#pages::item {{ border-radius: 5px; padding-left: 6px; }}
        QListWidget#pages::item:selected {{ background: {colors.chosen}; color: {colors.text}; }}
        QListWidget#pages::item:selected:focus {{ border: 2px solid {colors.accent}; }}
        QPushButton[class="main"] {{
            background: {colors.accent}; color: {colors.on_accent}; font-weight: 600;
            border: 1px solid {colors.accent}; border-radius: 4px; padding: 6px 18px;
        }}
        QPushButton[class="main"]:disabled {{
            background: {colors.line}; color: {colors.faint}; border-color: {colors.line};
        }}
        QPushButton[class="toggle"] {{
            background: {colors.base}; border: 1px solid {colors.line}; border-radius: 4px;
            padding: 4px 14px;
        }}
        QPushButton[class="toggle"]:checked {{
            background: {colors.chosen}; border-color: {colors.accent}; font-weight: 600;
        }}
        QPushButton[class="toggle"]:focus {{ border: 2px solid {colors.accent}; padding: 3px 13px; }}
        QPushButton[class="main"]:focus {{ border: 2px solid {colors.text}; }}
        QPushButton[class="chip"] {{
            background: {colors.row}; border: 1px solid {colors.accent}; border-radius: 10px;
            padding: 2px 10px;
        }}
        QPushButton[class="chip"]:hover {{ background: {colors.chosen}; }}
        QPushButton[class="chip"]:focus {{ border: 2px solid {colors.accent}; padding: 1px 9px; }}
        QPushButton[class="link"] {{
            text-align: left; color: {colors.accent}; background: transparent;
            border: 1px solid transparent; border-radius: 4px; padding: 2px 4px;
        }}
        QPushButton[class="link"]:hover {{ background: {colors.row}; }}
        QPushButton[class="link"]:focus {{ border-color: {colors.accent}; }}
        QPushButton[class="link"]:disabled {{ color: {colors.faint}; }}
    """


def install_font(app: QApplication, fallback: str) -> None:
    """Use a Japanese font of the computer; where there is none, the one in file `fallback`."""
    here = set(QFontDatabase.families(QFontDatabase.WritingSystem.Japanese))
    if not here:
        QFontDatabase.addApplicationFont(fallback)
        here = {"BIZ UDPGothic"}
    font = QFont([family for family in _FAMILIES if family in here] or sorted(here)[:1], _POINTS)
    app.setFont(font)


def _before_darkening(color: str) -> QColor:
    """Return the ground of which Fusion makes a frame of this colour: it takes darker(140)."""
    made = QColor(color)
    value = min(round(made.value() * _FUSION_DARKENS), 255)
    return QColor.fromHsv(made.hsvHue(), made.hsvSaturation(), value)


def install_theme(app: QApplication, theme: Theme) -> Colors:
    """Give the whole program the colours of a theme and return them."""
    colors = colors_of(theme)
    app.setPalette(palette(colors))
    menus = palette(colors)
    menus.setColor(QPalette.ColorRole.Window, QColor(colors.faint))  # the frames of their ticks
    app.setPalette(menus, "QMenu")  # type: ignore[arg-type]  # 6.11 takes str, says bytes
    fields = palette(colors)
    fields.setColor(QPalette.ColorRole.Window, _before_darkening(colors.edge))
    for name in _FRAMED:
        app.setPalette(fields, name)  # type: ignore[arg-type]  # as above
    app.setStyleSheet(style_sheet(colors))
    return colors


@dataclass(frozen=True, slots=True)
class Style:
    """What every widget is given: colours, icons, the looks of tones, the language."""

    colors: Colors
    icons: Icons
    tones: Mapping[Tone, Look]
    language: Language
