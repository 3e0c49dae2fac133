"""The page 期限: its two modes, its filters, prints and pictures."""

import shutil
from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton, QWidget

from pmark_desktop.session.columns import Tone
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline_sheet import Choice
from pmark_desktop.ui import dialogs, navigation
from pmark_desktop.ui.deadlines_page import DeadlinesPage
from pmark_desktop.ui.icons import Icons
from pmark_desktop.ui.markers import marker_color
from pmark_desktop.ui.month_print import month_pdf, month_png
from pmark_desktop.ui.theme import DARK, LIGHT, Style, looks
from pmark_desktop.ui.timeline_print import timeline_pdf, timeline_png
from pmark_desktop.words import Language
from tests.ui.pdf_texts import page_texts


@pytest.fixture
def page(qtbot, style, desk):
    made = DeadlinesPage(style, desk)
    qtbot.addWidget(made)
    made.resize(1060, 560)
    made.show()
    return made


@pytest.fixture
def dark(style):
    return Style(DARK, style.icons, looks(DARK), style.language)


def test_the_timeline_is_shown_first_and_the_calendar_on_demand(page):
    assert page.is_timeline
    page.findChild(QPushButton, "mode_calendar").click()
    assert not page.is_timeline
    assert page.month.grid.isVisible()


def test_a_zoom_is_chosen_by_its_button_and_shown_by_it(page):
    page.findChild(QPushButton, "zoom_week").click()
    assert page.timeline.zoom is Zoom.WEEK
    page.timeline.zoom_by(1)
    assert page.findChild(QPushButton, "zoom_day").isChecked()
    assert not page.findChild(QPushButton, "zoom_in").isEnabled()


def test_filters_are_for_both_modes(page, desk):
    page.lists.setCurrentIndex(page.lists.findData("CERT"))
    page.open_only.setChecked(False)
    assert {id_[:4] for id_ in page.timeline.sheet.timeline.places} == {"CERT"}
    page.show_mode(is_timeline=False)
    assert page.month.grid.choice == Choice("CERT", open_only=False)


def test_everything_a_hand_can_reach_has_a_name_and_a_word(page):
    page.show_mode(is_timeline=False)
    for button in page.findChildren(QPushButton):
        assert button.objectName()
        assert button.text()
    assert page.timeline.objectName() == "timeline"


def test_enter_on_a_task_leads_to_the_table(window):
    window.view.show_page(navigation.DEADLINES)
    page = window.view._pages[navigation.DEADLINES]
    page.timeline.task_wanted.emit("CERT-12")
    assert window.view.tasks.table.isVisible()
    assert (
        window.view.tasks.model.task(window.view.tasks.table.currentIndex().row()).id == "CERT-12"
    )


def test_an_edit_elsewhere_is_seen_here(window):
    window.view.show_page(navigation.DEADLINES)
    page = window.view._pages[navigation.DEADLINES]
    window.desk.edit("CERT-12", "due", "2027/04/01")
    placed = page.timeline.sheet.timeline.task("CERT-12")
    assert placed.task.due == date(2027, 4, 1)


# prints and pictures


def test_a_printed_timeline_can_be_searched_for_japanese(style, desk):
    pages = page_texts(timeline_pdf(style, desk, Choice(), Zoom.WEEK))
    assert all("株式会社サンプル期限の年表" in text for text in pages)
    assert all("基準日2026/11/24(火)" in text for text in pages)
    assert f"1/{len(pages)}ページ" in pages[0]
    whole = "".join(pages)
    for words in ("内部監査", "受付最終日6/21(月)", "2027年3月", "今日11/24(火)", "絶対期限"):
        assert words in whole


@pytest.mark.parametrize("zoom", Zoom)
def test_every_task_with_a_date_is_on_paper(style, desk, zoom):
    whole = "".join(page_texts(timeline_pdf(style, desk, Choice(), zoom)))
    dated = [task.id for task in desk.content.tasks.values() if task.due]
    assert [id_ for id_ in dated if id_ not in whole] == []


def test_a_printed_month_holds_every_task_of_it(style, desk):
    month = date(2026, 11, 1)
    pages = page_texts(month_pdf(style, desk, Choice(), month, 1))
    whole = "".join(pages)
    assert "2026年11月" in pages[0]
    assert "勤労感謝の日" in pages[0]
    tasks = [t for t in desk.content.tasks.values() if t.due and t.due.month == 11]
    tasks = [task for task in tasks if task.due.year == 2026]
    listed = [task for task in tasks if task.item.title[:5] in whole]
    assert len(listed) == len(tasks) > 15


def test_a_year_of_months_is_twelve_pages_and_their_lists(style, desk):
    pages = page_texts(month_pdf(style, desk, Choice("CERT"), date(2027, 1, 1), 12))
    assert len(pages) >= 12
    assert "2027年12月" in "".join(pages)


def test_an_empty_workspace_is_printed_too(style, desk):
    from dataclasses import replace

    desk.workspace.content = replace(desk.content, tasks={}, lists=())
    assert page_texts(timeline_pdf(style, desk, Choice(), Zoom.MONTH))
    assert page_texts(month_pdf(style, desk, Choice(), date(2026, 11, 1), 1))


def test_paper_and_pictures_are_light_in_the_dark_theme(dark, desk, page):
    page.show_mode(is_timeline=False)
    page.grab()
    for content in (
        timeline_png(dark, desk, page.timeline),
        month_png(dark, desk, page.month.grid),
    ):
        image = QImage.fromData(content)
        assert image.width() > 1000
        assert image.pixelColor(2, 2) == QColor(LIGHT.base)
    assert timeline_pdf(dark, desk, Choice(), Zoom.MONTH).count(b"/Type /Page\n")


def test_a_picture_is_of_what_is_in_sight_at_double_density(style, desk, page):
    image = QImage.fromData(timeline_png(style, desk, page.timeline))
    assert image.width() == 2 * (page.timeline.viewport().width() + 12)


@pytest.mark.parametrize(
    ("button", "suffix", "start"),
    [("print_pdf", ".pdf", b"%PDF"), ("save_png", ".png", b"\x89PNG")],
)
def test_the_button_asks_for_a_name_and_writes(page, tmp_path, monkeypatch, button, suffix, start):
    asked, written = [], []

    def ask(_parent, suggestion):
        asked.append(suggestion.name)
        return tmp_path / f"out{suffix}"

    monkeypatch.setattr(dialogs, "ask_picture", ask)
    page.file_written.connect(written.append)
    page.findChild(QWidget, button).click()
    assert asked == [f"sample_期限_年表_20261124{suffix}"]
    assert written == [tmp_path / f"out{suffix}"]
    assert (tmp_path / f"out{suffix}").read_bytes().startswith(start)


def test_months_are_printed_from_the_menu(page, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_picture", lambda *_: tmp_path / "out.pdf")
    page.show_mode(is_timeline=False)
    action = next(one for one in page._months_menu.actions() if one.objectName() == "print_month")
    action.trigger()
    assert "期限のカレンダー" in page_texts((tmp_path / "out.pdf").read_bytes())[0]


def test_who_changes_their_mind_writes_nothing(page, desk, monkeypatch):
    before = set(desk.workspace.path.parent.iterdir())
    monkeypatch.setattr(dialogs, "ask_picture", lambda *_: None)
    page.findChild(QWidget, "print_pdf").click()
    assert set(desk.workspace.path.parent.iterdir()) == before


def test_a_target_that_cannot_be_written_is_told_and_kept(window, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    target.write_bytes(b"kept")
    target.chmod(0o400)
    monkeypatch.setattr(dialogs, "ask_picture", lambda *_: target)
    window.view.show_page(navigation.DEADLINES)
    window.view._pages[navigation.DEADLINES].findChild(QWidget, "print_pdf").click()
    assert "out.pdf に書き込めません。書き出していません。" in window.strip.text
    assert target.read_bytes() == b"kept"


def test_what_was_written_can_be_opened_from_the_strip(window, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_picture", lambda *_: tmp_path / "out.png")
    window.view.show_page(navigation.DEADLINES)
    window.view._pages[navigation.DEADLINES].findChild(QWidget, "save_png").click()
    assert window.strip.text == f"書き出しました: {tmp_path / 'out.png'}"
    assert window.strip.findChild(QPushButton, "open_written") is not None


def test_the_reader_of_pdfs_agrees_with_pdftotext(style, desk, tmp_path):
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    import subprocess

    (tmp_path / "a.pdf").write_bytes(timeline_pdf(style, desk, Choice(), Zoom.MONTH))
    told = subprocess.run([tool, tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    assert "受付最終日" in told.stdout.decode()


# colours


def _light(color):
    parts = [part / 255 for part in (color.red(), color.green(), color.blue())]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def over(top, ground, alpha):
    """Return a colour laid over another with an alpha of 255."""
    mixed = [
        round((a * alpha + b * (255 - alpha)) / 255)
        for a, b in zip(top.getRgb()[:3], ground.getRgb()[:3], strict=True)
    ]
    return QColor(*mixed)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    "tone", [Tone.LATE, Tone.SOON, Tone.CALM, Tone.DONE, Tone.EXCLUDED, Tone.PAST]
)
def test_words_can_be_read_on_every_ground(qapp, colors, tone):
    from pmark_desktop.exchange.places import resource_folder

    style = Style(
        colors, Icons(resource_folder() / "icons", colors.text), looks(colors), Language.JA
    )
    plain = [QColor(colors.base), QColor(colors.row)]
    shaded = [over(QColor(colors.text), ground, 20) for ground in plain]
    for ground in (*plain, *shaded):
        assert contrast(style.tones[tone].color, ground) >= 4.5, ground.name()
    chosen = QColor(colors.chosen)
    assert contrast(QColor(colors.text), chosen) >= 4.5  # words of the current task
    for ground in (*plain, *shaded, chosen):
        assert contrast(marker_color(style, tone), ground) >= 3, ground.name()
