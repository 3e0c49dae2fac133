import pytest
from PySide6.QtCore import Qt

from pmark_desktop.domain.records import RoleHolder
from pmark_desktop.session.role_model import RoleColumn, RoleModel
from pmark_desktop.words import Language

HOLDERS = [RoleHolder("PMS事務局", "見本 花子", "hanako@example.jp"), RoleHolder("教育担当")]


@pytest.fixture
def model(qapp):
    made = RoleModel(Language.JA, can_edit=True)
    made.show(HOLDERS, {"PMS事務局": 3})
    return made


def test_model_keeps_the_contract_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)


def test_an_edit_leaves_and_changes_nothing_by_itself(model, qtbot):
    with qtbot.waitSignal(model.edited) as asked:
        model.setData(model.index(1, RoleColumn.PERSON), " 試験 良子 ")
    assert asked.args == ["教育担当", "試験 良子", ""]
    assert model.index(1, RoleColumn.PERSON).data() == ""


def test_the_same_text_asks_for_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.edited):
        model.setData(model.index(0, RoleColumn.MAIL), "hanako@example.jp")


def test_only_the_cells_that_differ_are_told(model):
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.column())))
    model.show([HOLDERS[0], RoleHolder("教育担当", "例示 一郎")], {"PMS事務局": 3})
    assert told == [(1, RoleColumn.PERSON)]


def test_nothing_can_be_edited_where_nothing_can_be_saved(qapp):
    model = RoleModel(Language.JA, can_edit=False)
    model.show(HOLDERS, {})
    assert not model.flags(model.index(0, RoleColumn.PERSON)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, RoleColumn.PERSON), "誰か")
