from PySide6.QtCore import Qt

from pmark_desktop.session.text_model import TextModel


def test_rows_of_text_keep_the_contract_of_a_model(qtmodeltester):
    model = TextModel(["日付", "名称"])
    qtmodeltester.check(model)
    model.show([("2027/01/01(金)", "元日"), ("2027/01/11(月)", "成人の日")])
    qtmodeltester.check(model)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "名称"
    assert model.index(1, 1).data() == "成人の日"
    assert model.text_of([0]) == "2027/01/01(金)\t元日"


def test_the_same_rows_again_leave_the_choice_alone(qtbot):
    model = TextModel(["名称"])
    model.show([("a",)])
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([["a"]])
    with qtbot.waitSignal(model.modelReset):
        model.show([("b",)])


def test_a_text_that_looks_like_html_is_shown_as_it_is():
    model = TextModel(["名称"])
    model.show([("<b>休</b>\n2",)])
    index = model.index(0, 0)
    assert index.data() == "<b>休</b> 2"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
