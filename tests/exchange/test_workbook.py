"""What the evidence workbook says, read by another program."""

from datetime import date, datetime

import pytest
import snapshots
from openpyxl import load_workbook

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.records import EvidenceKind, Organisation
from pmark_desktop.exchange.workbook import write_workbook
from pmark_desktop.words import Language


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "証跡.xlsx"
    write_workbook(path, snapshots.lively())
    return load_workbook(path)


def rewritten(tmp_path, snapshot, language=Language.JA):
    path = tmp_path / "out.xlsx"
    write_workbook(path, snapshot, language)
    return load_workbook(path)


def rows(sheet, first=1):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def row_of(sheet, number):
    return next(row for row in rows(sheet, 3) if row[0] == number)


def test_the_sheets_stand_in_their_order(book):
    assert book.sheetnames == [
        "表紙", "集計", "AUD 内部監査", "CERT 審査機関対応", "ORG 組織変更",
        "PDCA 継続的改善PDCA", "SEC 営業秘密管理", "項目一覧", "証跡一覧",
        "担当割当", "発生一覧", "変更履歴", "凡例",
    ]  # fmt: skip


def test_the_cover_names_the_organisation_and_its_periods(book):
    said = {row[1]: row for row in rows(book["表紙"]) if row[1]}
    assert said["事業者名"][2] == "株式会社あおば情報サービス"
    assert said["登録番号"][2] == "10820001(05)"
    day = datetime
    assert said["有効期間"][2:5] == [day(2026, 4, 1), "〜", day(2028, 3, 31)]
    assert said["更新申請の受付期間"][2:5] == [day(2027, 8, 1), "〜", day(2027, 11, 30)]
    assert said["審査対象期間"][2:5] == [day(2025, 12, 1), "〜", day(2027, 11, 30)]
    assert said["準拠する指針の版"][2] == "2023年12月版"
    assert said["更新申請の状況"][2] == "受付開始まで 251日(満了日まで494日)"
    assert said["変更履歴の最新ハッシュ"][2] == snapshots.HASH
    assert "様式番号 PMS-様式-23  版 4" in said


def test_the_cover_shows_the_day_in_both_calendars(book):
    cover = book["表紙"]
    row = next(row for row in cover.iter_rows() if row[1].value == "作成日")
    assert row[2].value == row[4].value == datetime(2026, 11, 23)
    assert row[2].number_format == "yyyy/mm/dd"
    assert row[4].number_format == '[$-411]ggge"年"m"月"d"日"'


def test_the_cover_has_three_boxes_to_sign(book):
    cells = [cell for row in book["表紙"].iter_rows() for cell in row]
    boxes = [cell for cell in cells if cell.value in ("承認", "確認", "作成")]
    assert len(boxes) == 3
    for head in boxes:
        below = head.offset(1, 0)
        assert below.border.left.style
        assert below.border.right.style
        assert below.border.top.style


def test_the_summary_counts_in_values(book):
    sheet = book["集計"]
    heads = [cell.value for cell in sheet[1]]
    audits = dict(zip(heads, [cell.value for cell in sheet[2]], strict=True))
    assert (audits["件数"], audits["完了"], audits["期限超過"], audits["30日以内"]) == (3, 1, 1, 1)
    total = dict(zip(heads, [cell.value for cell in sheet[7]], strict=True))
    assert (total["記号"], total["件数"], total["対象外"], total["不適合"]) == ("合計", 8, 1, 1)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_register_has_two_rows_of_headings(book):
    sheet = book["AUD 内部監査"]
    assert [cell.value for cell in sheet[1] if cell.value] == ["計画", "実績・証跡"]
    assert [cell.value for cell in sheet[2]] == [
        "No.", "指針項番", "実施項目", "確認方法・証跡", "担当", "社内期限", "絶対期限", "実施日",
        "状態", "評価", "証跡番号", "証跡", "確認者", "確認日", "備考",
    ]  # fmt: skip


def test_a_task_stands_in_its_row(book):
    assert row_of(book["AUD 内部監査"], "AUD-01") == [
        "AUD-01", "J.5.2 / JIS 9.2", "内部監査の計画を作る", "監査計画書(承認印あり)",
        "佐藤 次郎\n(監査責任者)", datetime(2026, 10, 30), None, datetime(2026, 10, 28), "完了",
        "適合", "E-0001", "監査計画書.pdf", "鈴木 一郎", datetime(2026, 10, 29),
        "重点は委託先管理。",
    ]  # fmt: skip


def test_several_proofs_stand_with_their_numbers(book):
    row = row_of(book["AUD 内部監査"], "AUD-02@1")
    assert row[2] == "全部門の内部監査を行う\n(1年目)"
    assert row[10] == "E-0001\nE-0002\nE-0003"
    assert row[11].split("\n") == [
        "E-0001 監査計画書.pdf",
        "E-0002 監査の共有フォルダ",
        "E-0003 署名済み監査報告書(紙: 本社3階 書庫B-2)",
    ]


@pytest.mark.parametrize(
    ("sheet", "task", "note"),
    [
        ("AUD 内部監査", "AUD-02@1", "期限超過\n期限の補足: 繁忙期を避ける"),
        (
            "AUD 内部監査", "AUD-02@2",
            "30日以内\n手入力の期限(決まり: 満了日の10か月前)\n期限の補足: 繁忙期を避ける",
        ),
        ("CERT 審査機関対応", "CERT-15", "起点待ち: 指摘事項文書の発行日"),
        ("ORG 組織変更", "ORG-03@e1", "理由: 体制図に部門名を書いていないため。"),
        ("PDCA 継続的改善PDCA", "PDCA-09@2026-08", "過年度分"),
        ("PDCA 継続的改善PDCA", "PDCA-09@2028-05", "期間外"),
    ],
)  # fmt: skip
def test_the_note_says_what_is_the_matter(book, sheet, task, note):
    assert row_of(book[sheet], task)[14] == note


def test_an_event_is_named_with_its_task(book):
    row = row_of(book["ORG 組織変更"], "ORG-03@e1")
    assert row[2] == "組織図とPMS体制図を直す\n(e1 経理部の新設)"


def test_a_list_without_tasks_has_a_register_with_headings(book):
    assert book["SEC 営業秘密管理"].max_row == 2


def test_a_stored_file_leads_to_its_row_an_address_to_itself(book):
    audits, monthly = book["AUD 内部監査"], book["PDCA 継続的改善PDCA"]
    assert audits["L3"].hyperlink.location == "'証跡一覧'!A2"
    assert book["証跡一覧"]["A2"].value == "E-0001"
    assert monthly["L4"].hyperlink.target == (
        "https://example.jp/%E7%9B%A3%E6%9F%BB%202026/index?id=1&x=2"
    )
    assert monthly["K4"].hyperlink.location == "'証跡一覧'!A3"


def test_the_list_of_proofs_holds_the_retired_too(book):
    listed = rows(book["証跡一覧"], 2)
    assert [row[0] for row in listed] == ["E-0001", "E-0002", "E-0003", "E-0004"]
    assert listed[0][4] == "AUD-01\nAUD-02@1"
    assert (listed[0][7], len(listed[0][8])) == (482_133, 64)
    assert listed[1][3] == "https://example.jp/監査 2026/index?id=1&x=2"
    assert listed[3][9:] == ["取り下げ", "新しい版に差し替え"]


def test_the_log_is_whole_with_real_times(book):
    found = rows(book["変更履歴"], 2)
    assert [row[0] for row in found] == [1, 2, 3, 4]
    assert found[1][1:3] == [datetime(2026, 11, 20, 9, 30), "+09:00"]
    assert found[1][5:11] == ["状態の変更", "タスク", "AUD-01", "状態", "未着手", "完了"]
    assert found[2][5] == "元に戻す: 操作 2 (状態の変更)"
    assert found[3][1] == datetime(2026, 11, 20, 9, 31, 7, 250_000)


def test_every_item_is_explained_once(book):
    found = {row[0]: row for row in rows(book["項目一覧"], 2)}
    assert len(found) == 5
    guidance, expected = found["AUD-02"][2:4]
    assert guidance.startswith("前回の指摘")
    assert expected == "監査計画書(承認印あり)"
    assert found["AUD-02"][5:] == [
        "監査責任者", "点検(C)", "毎年", "満了日の10か月前", "受付最終日", "繁忙期を避ける", 14,
    ]  # fmt: skip
    assert found["PDCA-09"][8] == "毎月の最終営業日"


def test_the_legend_tells_version_and_source_of_the_lists(book):
    last = rows(book["凡例"])[-1]
    assert last[1] == "SEC 営業秘密管理"
    assert "2026.1" in last[2]
    assert "JIS Q 15001" in last[2]


def test_each_sheet_is_made_for_paper(book):
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToWidth == 1
        widths = [column.width for column in sheet.column_dimensions.values()]
        assert sum(widths) <= 180
        assert snapshots.HASH in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "&P / &N"
        assert all(cell.font.name == "游ゴシック" for row in sheet.iter_rows() for cell in row)


def test_each_sheet_is_protected_but_can_be_filtered(book):
    for sheet in book:
        lock = sheet.protection
        assert lock.sheet
        assert not lock.password
        assert not (lock.autoFilter)
        assert not (lock.sort)
        assert not (lock.formatColumns)
        assert lock.formatCells
        assert lock.insertRows
        assert lock.deleteRows


def test_a_register_keeps_its_head_in_view(book):
    sheet = book["AUD 内部監査"]
    assert sheet.freeze_panes == "D3"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.auto_filter.ref == "A2:O5"


def test_colours_depend_on_due_dates_and_states_only(book):
    sheet = book["AUD 内部監査"]
    areas = {str(area.sqref) for area in sheet.conditional_formatting}
    assert areas == {"F3:F5", "G3:G5", "I3:I5"}
    formulas = [rule.formula[0] for found in sheet.conditional_formatting for rule in found.rules]
    assert not any("TODAY" in formula for formula in formulas)
    assert any("DATE(2026,11,23)" in formula for formula in formulas)


def test_the_file_names_the_organisation_and_nobody_else(book):
    about = book.properties
    assert about.creator == about.lastModifiedBy == "株式会社あおば情報サービス"
    assert about.created == about.modified == datetime(2026, 11, 23, 10, 11, 12)


def test_english_words_stand_beside_japanese_items(tmp_path):
    book = rewritten(tmp_path, snapshots.lively(), Language.EN)
    assert book.sheetnames[:3] == ["Cover", "Summary", "AUD Internal audit"]
    row = row_of(book["AUD Internal audit"], "AUD-02@1")
    assert (row[2], row[8]) == ("全部門の内部監査を行う\n(year 1)", "In progress")
    assert row[14].startswith("Late\n")


def test_nothing_at_all_is_still_a_workbook(tmp_path):
    bare = snapshots.snapshot([], organisation=Organisation(name=""), newest_hash="")
    book = rewritten(tmp_path, bare)
    assert book.sheetnames == [
        "表紙", "集計", "項目一覧", "証跡一覧", "担当割当", "発生一覧", "変更履歴", "凡例",
    ]  # fmt: skip


def test_an_uncertain_window_asks_the_assessment_body(tmp_path):
    cycle = Cycle(id=1, expires=date(2027, 6, 30), year_start="04-01", created_on=snapshots.TODAY)
    book = rewritten(tmp_path, snapshots.snapshot(cycle=cycle, accepted_until=date(2027, 3, 1)))
    row = next(row for row in rows(book["表紙"]) if row[1] == "更新申請の受付期間")
    assert "要照会" in row[5]
    assert "2027/03/01(月) まで受付" in row[5]


def test_a_number_without_its_proof_is_shown(tmp_path):
    lost = snapshots.task(evidence=(9,))
    book = rewritten(tmp_path, snapshots.snapshot(tasks=[lost]))
    row = row_of(book["AUD 内部監査"], "AUD-01")
    assert row[10:12] == ["E-0009", "E-0009"]


def test_an_address_that_excel_cannot_follow_stays_text(tmp_path):
    bad = snapshots.proof(1, EvidenceKind.LINK, "共有", place="http://[nowhere/" + "x" * 3000)
    book = rewritten(tmp_path, snapshots.snapshot(tasks=[snapshots.task(evidence=(1,))],
                                                  evidence=[bad]))  # fmt: skip
    assert book["証跡一覧"]["D2"].value.endswith(bad.place)
    assert book["証跡一覧"]["B2"].hyperlink is None
    assert book["AUD 内部監査"]["L3"].hyperlink.location == "'証跡一覧'!A2"


def test_three_hundred_tasks_are_all_there(tmp_path):
    snapshot = snapshots.many(300)
    book = rewritten(tmp_path, snapshot)
    registers = [book[f"{checklist.key} {checklist.title}"] for checklist in snapshot.lists]
    found = [row[0] for register in registers for row in rows(register, 3)]
    assert found == [task.id for task in snapshot.tasks]
    assert book["変更履歴"].max_row == 601


def test_who_holds_which_role_is_told_with_the_mail(book):
    assert rows(book["担当割当"]) == [
        ["役割", "氏名", "メール", "未了の件数"],
        ["監査責任者", "佐藤 次郎", "sato@example.jp", 4],
        ["総務部", None, None, 0],
    ]


def test_events_stand_with_day_and_weekday_and_their_tasks(book):
    sheet = book["発生一覧"]
    assert rows(sheet) == [
        ["チェックリスト", "番号", "発生の名称", "起点", "日付", "対象の項目"],
        ["組織変更", "e1", "経理部の新設", "発生日", datetime(2026, 10, 31), "ORG-03@e1"],
        ["組織変更", "e2", "=子会社の統合", "知った日", datetime(2026, 11, 20), None],
    ]
    assert sheet["E2"].number_format == "[$-411]yyyy/mm/dd(aaa)"
    assert (sheet["C3"].data_type, sheet["C3"].quotePrefix) == ("s", True)


def test_roles_and_events_speak_english_too(tmp_path):
    book = rewritten(tmp_path, snapshots.lively(), Language.EN)
    assert rows(book["Roles"])[0] == ["Role", "Person", "Mail", "Open tasks"]
    assert rows(book["Events"])[1][:4] == ["Changes", "e1", "経理部の新設", "Day of the event"]
    assert book["Events"]["E2"].number_format == "[$-409]yyyy/mm/dd (ddd)"
