"""概況: it says where the renewal stands, and everything on it leads to the task."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from pmark_desktop.app import open_window
from pmark_desktop.domain.agenda import Reason
from pmark_desktop.domain.standing import Concern
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.navigation import ALL, OVERVIEW
from pmark_desktop.ui.overview_page import OverviewPage
from pmark_desktop.words import Language
from tests.workspace.builders import checklist, item, new_workspace, opened

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
EXPIRES_EARLY = date(2027, 3, 7)  # its window: 2026-07-08 to Saturday 2026-11-07, taken until 11-09


def shown(qtbot, style, desk):
    page = OverviewPage(style, desk)
    desk.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1040, 600)
    page.refresh()
    page.show()
    page.complete()
    QApplication.processEvents()
    return page


@pytest.fixture
def page(qtbot, style, desk):
    return shown(qtbot, style, desk)


@pytest.fixture
def made(qtbot, style, tmp_path):
    """Show the page of a new workspace on a day; what is opened is closed at the end."""
    open_ones = []

    def make(today, **given):
        workspace = opened(new_workspace(tmp_path / f"{len(open_ones)}.pmark", **given))
        open_ones.append(workspace)
        return shown(qtbot, style, Desk(workspace, DayClock(today), Language.JA))

    yield make
    for workspace in open_ones:
        workspace.close()


def text(page, name):
    return page.findChild(QLabel, name).text()


def press(page, name):
    QTest.mouseClick(page.findChild(QPushButton, name), LEFT)


def click_cell(table, row, column):
    place = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)


def only(signal):
    """Collect what a signal says."""
    said = []
    signal.connect(lambda *facts: said.append(facts))
    return said


# what it says


def test_it_says_where_the_renewal_stands(page):
    assert text(page, "overview_state") == "受付開始まで 90日"
    assert text(page, "countdown_closing_days") == "209日"
    assert text(page, "countdown_closing_business") == "営業日 137日"
    assert text(page, "countdown_closing_day") == "2027/06/21(月)"
    assert text(page, "countdown_expiry_head") == "満了日まで"
    gauge = page.window_cards._gauge.accessibleName()
    assert "今日 2026/11/24(火)" in gauge
    assert "受付開始日 2027/02/22(月)" in gauge


def test_the_next_step_has_title_id_due_owner_and_reason(page):
    assert text(page, "next_title") == "技術と脅威の情報収集(2025年度 第4四半期)"
    assert text(page, "next_reason") == "社内期限を238日過ぎています"
    facts = text(page, "next_facts")
    assert facts == "PDCA-15@2025-Q4   社内期限 2026/03/31(火) 238日超過   担当 仮名 次郎"


@pytest.mark.parametrize(
    ("today", "state", "reason"),
    [
        ("2026-07-07", "受付開始まで 1日", Reason.START_AHEAD),
        ("2026-07-08", "受付中 あと122日", Reason.WINDOW_OPEN),
        ("2026-11-07", "受付中 あと0日", Reason.WINDOW_OPEN),
        ("2026-11-09", "最終日の延長中(2026/11/09(月)まで)", Reason.WINDOW_EXTENDED),
        ("2026-11-10", "締切超過 → 審査機関へ至急連絡", Reason.WINDOW_CLOSED),
        ("2027-03-08", "締切超過 → 審査機関へ至急連絡", Reason.WINDOW_CLOSED),
    ],
)
def test_every_state_of_the_window_is_said_in_words(made, today, state, reason):
    lists = (checklist("AUD", item("AUD-01", "on 2026-09-01", lead_days=0)),)
    page = made(date.fromisoformat(today), expires=EXPIRES_EARLY, lists=lists)
    page._desk.edit("AUD-01", "due", "2027/03/31")
    assert text(page, "overview_state") == state
    assert page.next_card._step.reason is reason


def test_an_applied_and_a_decided_renewal_count_no_last_day(made):
    page = made(date(2026, 11, 24), expires=EXPIRES_EARLY)
    page._desk.set_cycle({"applied": "2026-11-02"})
    assert text(page, "overview_state") == "申請済"
    assert text(page, "countdown_closing_days") == "申請済"
    assert text(page, "countdown_closing_day") == "2026/11/02(月)"
    page._desk.set_cycle({"decided": "2026-11-20"})
    assert text(page, "overview_state") == "決定済"


def test_an_expired_mark_is_said(made):
    page = made(date(2027, 3, 20), expires=EXPIRES_EARLY)
    assert (text(page, "countdown_expiry_head"), text(page, "countdown_expiry_days")) == (
        "満了日を過ぎて", "13日",
    )  # fmt: skip
    assert "満了日を過ぎています" in text(page, "overview_window_remark")


def test_a_window_to_ask_about_says_so(made):
    page = made(date(2026, 11, 24), expires=date(2027, 5, 30))
    assert page.findChild(QLabel, "overview_ask").isVisible()
    assert "審査機関に照会してください" in text(page, "overview_window_remark")


def test_an_empty_workspace_is_calm_and_names_the_next_day(made):
    page = made(date(2026, 11, 24), lists=())
    assert text(page, "next_title") == "いま急ぐものはありません"
    assert text(page, "next_reason") == "タスクがありません"
    assert text(page, "next_facts") == "次は、受付開始日 2027/08/01(日)です"
    assert not page.findChild(QPushButton, "open_next").isVisible()
    for name in ("agenda_late_nothing", "agenda_due_soon_nothing", "waiting_nothing"):
        assert page.findChild(QLabel, name).isVisible()


def test_all_done_is_calm_too(made):
    page = made(date(2026, 11, 24), lists=(checklist("ORG", item("ORG-01", "expiry - 6 months")),))
    page._desk.edit("ORG-01", "reason", "済")
    page._desk.edit("ORG-01", "state", "done")
    assert text(page, "next_reason") == "すべてのタスクが終わっています"


def test_only_waiting_leads_to_the_dates(made):
    lists = (checklist("CERT", item("CERT-14", "site_visit + 5 days")),)
    page = made(date(2026, 11, 24), lists=lists)
    assert text(page, "next_reason") == "残っているのは、起点の日付を待つタスクだけです"
    wished = only(page.cycle_wanted)
    press(page, "open_next")
    assert wished == [()]


def test_it_follows_an_edit_and_an_undo(page, desk, qtbot):
    desk.edit("PDCA-15@2025-Q4", "reason", "前任者の記録を確認")
    desk.edit("PDCA-15@2025-Q4", "state", "excluded")
    assert "PDCA-15@2026-Q1" in text(page, "next_facts")
    qtbot.waitUntil(lambda: text(page, "agenda_late_head") == "期限超過 8件")
    desk.stack.undo()
    assert "PDCA-15@2025-Q4" in text(page, "next_facts")


def test_another_day_changes_every_number(qtbot, style, workspace):
    now = [datetime(2026, 11, 24, 9).astimezone()]
    clock = DayClock(now=lambda: now[0])
    page = shown(qtbot, style, Desk(workspace, clock, Language.JA))
    before = text(page, "next_reason")
    now[0] = datetime(2026, 11, 25, 9).astimezone()
    clock.look()
    page.refresh()
    page.complete()
    assert text(page, "countdown_closing_days") == "208日"
    assert text(page, "countdown_closing_business") == "営業日 136日"
    assert (before, text(page, "next_reason")) == (
        "社内期限を238日過ぎています", "社内期限を239日過ぎています",
    )  # fmt: skip


def test_a_digest_stands_above_everything(page):
    digest = QLabel("お知らせ")
    page.add_digest(digest)
    QApplication.processEvents()
    assert digest.isVisible()
    assert digest.y() < page.window_cards.y()


def test_the_essentials_are_seen_without_a_scroll(window):
    window.resize(1280, 680)
    window.view.show_page(OVERVIEW)
    page = window.view._pages[OVERVIEW]
    page.complete()
    QApplication.processEvents()
    step = page.next_card
    assert step.mapTo(page, QPoint(0, step.height())).y() <= page.height()
    window.view.findChild(QPushButton, "digest_noted").click()
    QApplication.processEvents()
    table = page._lists.map.table
    bottom = table.mapTo(page, QPoint(0, table.height())).y()
    assert bottom <= page.height()
    assert not table.horizontalScrollBar().isVisible()


# everything leads to the task


def test_the_next_step_opens_its_task_by_click_and_by_enter(window):
    view = window.view
    view.show_page(OVERVIEW)
    view.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert view._stack.currentWidget() is view.tasks
    assert view.tasks.table.current_task() == "PDCA-15@2025-Q4"
    view.show_page(OVERVIEW)
    press(view._pages[OVERVIEW], "open_next")
    assert view._stack.currentWidget() is view.tasks


def test_enter_presses_the_button_that_has_the_focus(page):
    wished = only(page.task_wanted)
    QTest.keyClick(page.findChild(QPushButton, "open_next"), ENTER)
    assert wished == [("PDCA-15@2025-Q4",)]


@pytest.mark.parametrize("name", ["late", "soon"])
def test_a_row_of_a_list_leads_to_its_task_by_click_and_by_enter(page, name):
    table = getattr(page._lists, name).table
    wished = only(page.task_wanted)
    click_cell(table, 1, 0)
    table.choose_row(2)
    QTest.keyClick(table, ENTER)
    model = getattr(page._lists, name).model
    assert wished == [(model.task(1).id,), (model.task(2).id,)]


def test_the_lists_lead_to_all_of_their_concern(page):
    wished = only(page.concern_wanted)
    for name in ("agenda_late_all", "agenda_due_soon_all", "waiting_all"):
        press(page, name)
    assert wished == [(Concern.LATE,), (Concern.DUE_SOON,), (Concern.WAITING,)]


def test_a_list_shows_the_first_and_says_how_many_there_are(page):
    assert text(page, "agenda_due_soon_head") == "30日以内 13件"
    assert page._lists.soon.model.rowCount() == 8


def test_waiting_tasks_lead_to_themselves_and_to_what_they_wait_for(page):
    groups, dates, tasks = only(page.tasks_wanted), only(page.cycle_wanted), only(page.task_wanted)
    press(page, "waiting_site_visit")
    press(page, "date_site_visit")
    press(page, "open_AUD-16@2")
    title, ids = groups[0]
    assert title == "起点待ち: 現地審査日"
    assert len(ids) == 3
    assert (dates, tasks) == ([()], [("AUD-16@2",)])


def test_an_unknown_anchor_has_no_way_but_its_tasks_have(page, make_task):
    from pmark_desktop.domain.agenda import waiting_groups

    task = make_task(waits_for="unheard <b>of</b>")
    page._lists.waiting.show_groups(waiting_groups([task]), frozenset())
    groups = only(page.tasks_wanted)
    press(page, "waiting_unheard <b>of</b>")
    assert groups == [("起点待ち: unheard <b>of</b>の実施", (task.id,))]
    assert page.findChild(QPushButton, "open_unheard <b>of</b>") is None


def test_a_bar_leads_to_its_list_by_click_and_by_keys(page):
    wished = only(page.list_wanted)
    bar = page.findChild(QPushButton, "progress_AUD")
    assert bar.accessibleName() == "内部監査 31/35"
    QTest.mouseClick(bar, LEFT)
    for key in (Qt.Key.Key_Space, ENTER):
        QTest.keyClick(bar, key)
    assert wished == [("AUD",)] * 3


# the map


def test_a_cell_of_the_map_leads_to_its_tasks_by_click_and_by_enter(page, desk):
    card, wished = page._lists.map, only(page.tasks_wanted)
    row = [one.key for one in desk.content.lists].index("AUD")
    column = card.model.present
    click_cell(card.table, row, column)
    card.table.setCurrentIndex(card.model.index(row, column))
    QTest.keyClick(card.table, ENTER)
    assert wished[0] == wished[1]
    assert not card.table.selectionModel().hasSelection()  # its ground would hide the numbers
    title, ids = wished[0]
    assert title == "2026年11月・内部監査"
    assert len(ids) == 13
    assert all(desk.content.tasks[one].list_key == "AUD" for one in ids)


def test_the_map_is_walked_by_arrows_from_this_month(page):
    table, model = page._lists.map.table, page._lists.map.model
    assert table.currentIndex().column() == model.present
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, model.present - 1)


def test_a_cell_without_tasks_leads_nowhere_and_a_title_to_its_list(page, desk):
    card = page._lists.map
    wished, lists = only(page.tasks_wanted), only(page.list_wanted)
    card.table.cell_opened.emit(card.model.rowCount() - 1, 0)
    card.table.verticalHeader().sectionClicked.emit(0)
    card.table.verticalHeader().sectionClicked.emit(card.model.rowCount() - 1)
    assert wished == []
    assert lists == [(desk.content.lists[0].key,)]


def test_empty_months_are_counted_and_painted_with_a_sign(page):
    assert text(page, "map_gaps") == "◥ 記録なし 5か月"
    table, model = page._lists.map.table, page._lists.map.model
    total = model.index(model.rowCount() - 1, 0)
    assert total.data() == "なし"
    place = table.visualRect(total)
    seen = table.viewport().grab().toImage()
    scale = seen.devicePixelRatio()
    corner = seen.pixelColor(round((place.right() - 1) * scale), round((place.top() + 2) * scale))
    assert corner.name() == "#b3261e"


def test_proof_that_is_retired_leaves_the_map(page, desk, qtbot):
    task = next(one for one in desk.content.tasks.values() if one.evidence)
    card = page._lists.map
    before = sum(cell.proved for cell in card.model._map.total.cells)
    for number in task.evidence:
        desk.retire_evidence(number, "誤って添付")
    page.complete()
    assert sum(cell.proved for cell in card.model._map.total.cells) < before


# in the window


def test_an_opened_workspace_shows_it_first_without_making_the_table(qtbot, sample, today, store):
    window = open_window(sample, today, store)
    qtbot.addWidget(window)
    assert isinstance(window.view._stack.currentWidget(), OverviewPage)
    assert window.view._tasks is None
    assert not window.view.banner._gauge.isVisible()
    qtbot.waitUntil(lambda: window.view._pages[OVERVIEW]._lists is not None)
    window.view.show_page(ALL)
    assert window.view.banner._gauge.isVisible()
    window.close()


def test_picked_tasks_stand_under_a_chip_that_can_be_taken_away(window):
    window.view.show_page(OVERVIEW)
    page = window.view._pages[OVERVIEW]
    page.complete()
    page.tasks_wanted.emit("2027年4月・R&D", ("CERT-12", "CERT-13"))
    tasks = window.view.tasks
    chip = tasks.findChild(QPushButton, "chip_picked")
    assert [tasks.model.task(row).id for row in range(tasks.model.rowCount())] == [
        "CERT-12", "CERT-13",
    ]  # fmt: skip
    assert (chip.text(), chip.isVisible()) == ("2027年4月・R&&D", True)
    chip.click()
    assert tasks.model.rowCount() == tasks.model.scope_total
    assert not chip.isVisible()


def test_a_hidden_task_is_shown_when_it_is_asked_for(window):
    window.view.show_tasks("見本", ("CERT-12",))
    window.view.show_task("AUD-16@1")
    assert window.view.tasks.table.current_task() == "AUD-16@1"


def test_the_dates_of_the_cycle_and_a_list_are_one_wish_away(window):
    window.view.show_page(OVERVIEW)
    page = window.view._pages[OVERVIEW]
    page.list_wanted.emit("AUD")
    assert window.view.tasks._scope == "AUD"
    page.concern_wanted.emit(Concern.LATE)
    assert window.view.tasks.model.rowCount() == 9
    page.cycle_wanted.emit()
    settings = window.view._stack.currentWidget()
    assert settings._tabs.currentWidget() is settings.cycle


def test_many_edits_of_one_turn_are_shown_once_after_it(qtbot, window):
    window.view.show_page(OVERVIEW)
    page, shown_anew = window.view.findChild(OverviewPage), []
    page.refreshed.connect(lambda: shown_anew.append(window.desk.today))
    for day in ("2027/3/1", "2027/3/2", "2027/3/3"):
        window.desk.edit("CERT-12", "due", day)
    assert shown_anew == []
    qtbot.waitUntil(lambda: bool(shown_anew))
    QApplication.processEvents()
    assert len(shown_anew) == 1
