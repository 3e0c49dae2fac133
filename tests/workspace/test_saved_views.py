"""Views kept in the workspace: one operation each, undone and readable in the log."""

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.filters import Filter
from pmark_desktop.domain.task import State
from pmark_desktop.domain.views import Group, SortBy, View
from pmark_desktop.storage.tables import Table
from pmark_desktop.words import Language
from pmark_desktop.words_log_lines import LogWords
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.saved_views import change_view, retire_view, save_view, saved_views
from pmark_desktop.workspace.workspace import Workspace
from tests.session.conftest import sample, sample_template, workspace  # noqa: F401  (fixtures)

VIEW = View(
    name="月曜の確認", wanted=Filter(states=frozenset({State.TODO}), owners=frozenset({"見本 花子"})),
    order=(SortBy("due"), SortBy("owner", True)), group=Group.OWNER, columns=("id", "due"),
)  # fmt: skip


def names(workspace):  # noqa: F811
    return [one.view.name for one in saved_views(workspace.settings)]


def test_a_view_is_kept_with_all_that_it_shows(workspace, sample):  # noqa: F811
    save_view(workspace, VIEW)
    assert [one.view for one in saved_views(workspace.settings)] == [VIEW]
    workspace.close()
    with Workspace(sample, by="x", to_write=False) as again:
        assert [one.view for one in saved_views(again.settings)] == [VIEW]


def test_each_change_is_one_operation_that_can_be_undone(workspace):  # noqa: F811
    saved = save_view(workspace, VIEW)
    key = saved_views(workspace.settings)[0].key
    renamed = change_view(workspace, key, View(name="火曜の確認"))
    gone = retire_view(workspace, key)
    assert names(workspace) == []
    workspace.undo(gone.operation)
    assert names(workspace) == ["火曜の確認"]
    workspace.undo(renamed.operation)
    assert names(workspace) == ["月曜の確認"]
    workspace.undo(saved.operation)
    assert names(workspace) == []
    assert check(workspace) == []


def test_a_new_view_never_takes_the_place_of_one_that_is_gone(workspace):  # noqa: F811
    save_view(workspace, VIEW)
    gone = retire_view(workspace, saved_views(workspace.settings)[0].key)
    save_view(workspace, View(name="別の確認"))
    workspace.undo(gone.operation)
    assert names(workspace) == ["別の確認", "月曜の確認"]


@pytest.mark.parametrize(
    ("name", "why"),
    [("", Why.VIEW_NAME_WRONG), (" \n", Why.VIEW_NAME_WRONG), ("長" * 61, Why.VIEW_NAME_WRONG),
     ("月曜の確認", Why.VIEW_NAME_TAKEN), (" 月曜の確認 ", Why.VIEW_NAME_TAKEN)],
)  # fmt: skip
def test_a_name_that_cannot_be_is_refused(workspace, name, why):  # noqa: F811
    save_view(workspace, VIEW)
    with pytest.raises(UserError) as refused:
        save_view(workspace, View(name=name))
    assert refused.value.why is why
    assert names(workspace) == ["月曜の確認"]


def test_the_log_tells_a_view_in_words(workspace):  # noqa: F811
    save_view(workspace, VIEW)
    line = LogWords(Language.JA).line(workspace.log(1)[0])
    assert (line.act, line.target) == ("ビューの変更", "ビュー")
    assert "「月曜の確認」 / 状態: 未着手 / 担当: 見本 花子" in line.new
    assert "社内期限(昇順) → 担当(降順) / 担当別 / 列: No., 社内期限" in line.new


def test_a_damaged_view_is_listed_last_and_can_be_taken_out(workspace):  # noqa: F811
    save_view(workspace, VIEW)
    for name, value in (("view:7", "{"), ("view:x", '{"name": "x", "filter": 7}')):
        workspace.run(
            "view",
            lambda doing, row=(name, value): doing.bring(
                Table.SETTING, dict(zip(("name", "value"), row, strict=True))
            ),
        )
    kept = saved_views(workspace.settings)
    assert [one.view and one.view.name for one in kept] == ["x", "月曜の確認", None]
    assert kept[0].ignored == ("filter",)
    retire_view(workspace, "view:7")
    save_view(workspace, View(name="その後"))
    assert names(workspace) == ["x", "その後", "月曜の確認"]
