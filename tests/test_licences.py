"""What we carry of others stands beside its licence, and is what it says it is."""

import struct
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "resources" / "fonts"
ICONS = ROOT / "resources" / "icons"
MIB = 1024 * 1024


def font_tables(path):
    """Return the table tags of a TrueType file."""
    content = path.read_bytes()
    assert content[:4] == b"\0\1\0\0", "not TrueType"
    count = struct.unpack(">H", content[4:6])[0]
    return {content[12 + 16 * i : 16 + 16 * i] for i in range(count)}


def test_licence_files_of_pyproject_exist():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in project["license-files"]:
        assert (ROOT / name).read_text(encoding="utf-8").strip(), name


def test_fonts_are_whole_and_under_the_ofl():
    fonts = sorted(FONTS.glob("*.ttf"))
    assert [font.name for font in fonts] == ["BIZUDPGothic-Bold.ttf", "BIZUDPGothic-Regular.ttf"]
    assert all({b"cmap", b"glyf", b"name"} <= font_tables(font) for font in fonts)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 12 * MIB


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_icon_is_a_plain_square_picture(icon):
    text = icon.read_text(encoding="utf-8")
    width, height = ET.fromstring(text).attrib["viewBox"].split()[2:]
    assert width == height
    assert not any(word in text for word in ("<script", "href", "<image", "font-family"))


def test_icons_stand_beside_their_licence():
    text = (ICONS / "LICENSE").read_text(encoding="utf-8")
    assert "Microsoft Corporation" in text
    assert "MIT License" in text
