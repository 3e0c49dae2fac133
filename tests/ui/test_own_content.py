"""Own items in the window: the form, the actions on rows, retiring and bringing back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from pmark_desktop.ui import navigation


@pytest.fixture
def view(window):
    return window.view


@pytest.fixture
def page(view):
    return view.tasks


@pytest.fixture
def form(view):
    view.show_page(navigation.list_page("AUD"))
    view.tasks._rows.add.trigger()
    return view._pages["own_item"]


def test_a_new_own_task_goes_to_the_list_one_is_at(window, view, form):
    form.fields.parts["title"].edit.setText("支店の点検")
    form.fields.parts["owner"].edit.setText("佐藤")
    form.fields.parts["due"].edit.setText("2027/2/1")

    QTest.keyClick(form.fields.parts["title"].edit, Qt.Key.Key_Return)

    task = window.desk.content.tasks["OWN-01"]
    assert (task.list_key, task.owner, str(task.due)) == ("AUD", "佐藤", "2027-02-01")
    assert view.tasks.isVisible()
    assert view.tasks.table.current_task() == "OWN-01"


def test_the_dates_of_a_rule_are_shown_before_it_is_saved(form):
    form.fields._rule.reset_to("expiry - 8 months")
    form.fields._choice("repeat").reset_to("yearly")
    form._show_moves()

    assert "OWN-01@2" in form.moves.text
    assert form.fields.parts["due"].isHidden()


@pytest.mark.parametrize(
    "rule",
    ["", "expiry - 10 months", "window_opens", "AUD-16 done + 60 days", "on 2027-01-04",
     "event + 3 business days", "year_start + 1 year"],
)  # fmt: skip
def test_a_rule_is_shown_and_read_back_as_it_was(form, rule):
    from pmark_desktop.domain.rules import parse_rule

    field = form.fields._rule
    field.reset_to(rule)

    assert (parse_rule(field.text) if rule else None) == (parse_rule(rule) if rule else None)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("title", "", "実施項目が空です"),
        ("lead_days", "二週間", "着手の目安にできません"),
        ("due", "いつか", "日付として読めません"),
    ],
)
def test_a_fault_is_said_at_its_field(window, form, field, text, words):
    form.fields.parts["title"].edit.setText("点検")
    form.fields.parts[field].edit.setText(text)

    form.save()

    assert words in form.fields.parts[field].fault.text()
    assert window.desk.stack.count() == 0


def test_a_rule_that_does_not_fit_is_said_at_the_rule(form):
    form.fields.parts["title"].edit.setText("点検")
    form.fields._choice("repeat").reset_to("yearly")
    form.fields._rule.reset_to("applied + 5 days")

    form.save()

    assert "数えられません" in form.fields._rule.fault.text()


def test_an_own_item_is_edited_and_a_published_one_cannot_be(window, view, page):
    view._desk.steps  # noqa: B018  (the desk is there)
    from pmark_desktop.session.own_desk import OwnDesk

    OwnDesk(window.desk).add_tasks("AUD", [{"title": "点検"}])
    page.show_task("OWN-01")
    page._rows.follow()
    assert page._rows.edit.isEnabled()
    page._rows.edit.trigger()
    form = view._pages["own_item"]
    form.fields.parts["title"].edit.setText("本店の点検")
    form.save()
    assert window.desk.content.tasks["OWN-01"].item.title == "本店の点検"
    page.show_task("CERT-13")
    page._rows.follow()
    assert not page._rows.edit.isEnabled()


def test_escape_leaves_the_form_for_where_one_came_from(view, form):
    QTest.keyClick(form.fields.parts["title"].edit, Qt.Key.Key_Escape)

    assert view.tasks.isVisible()
    assert view._page == navigation.list_page("AUD")


def test_rows_are_copied_and_moved_by_keys(window, view, page):
    view.show_page(navigation.list_page("CERT"))
    page.show_task("CERT-13")
    page.table.setFocus()

    page._rows.duplicate.trigger()
    assert "OWN-01" in window.desk.content.tasks
    page.show_task("CERT-13")
    page._rows.up.trigger()
    order = [item.id for item in window.desk.content.checklist("CERT").items]
    assert order.index("CERT-13") == order.index("CERT-12") - 1


def test_retiring_asks_for_a_reason_and_can_be_taken_back(window, view, page):
    page.show_task("CERT-01")
    page._rows.retire.trigger()
    bar = page.retiring
    assert bar.isVisible()
    bar.act()
    assert "理由が必要です" in bar.reason.fault.text()
    bar.reason.edit.setText("登録証はない")
    QTest.keyClick(bar.reason.edit, Qt.Key.Key_Return)
    assert "CERT-01" not in window.desk.content.tasks
    assert not bar.isVisible()

    page._rows.follow()
    assert page._rows.retired.text() == "取り下げたタスク 1件(&T)…"
    page._rows.retired.trigger()
    retired = view._pages["retired"]
    assert "登録証はない" in retired._model.text_of([0])
    retired.bring_back()
    assert "CERT-01" in window.desk.content.tasks
    assert not retired._back.isEnabled()


def test_what_others_wait_for_is_not_retired(window, page):
    page.show_task("AUD-16@1")
    page._rows.retire.trigger()
    page.retiring.reason.edit.setText("不要")

    page.retiring.act()

    assert "AUD-17" in page.retiring.reason.fault.text()
    assert page.retiring.isVisible()


def test_an_item_without_guidance_has_no_heading_for_it(view, page, form):
    guidance = page.detail.findChild(QLabel, "detail_guidance")
    edit = form.fields.parts["title"].edit
    edit.setText("支店の点検")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert page.detail.task_id == "OWN-01"
    assert not guidance.isVisible()
    assert not page.detail.how.isVisible()
    page.show_task("CERT-12")
    assert guidance.isVisible()
    assert page.detail.how.isVisible()
