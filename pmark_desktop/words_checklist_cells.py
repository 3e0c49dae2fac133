"""The words for what is wrong with a checklist in Excel, by its cells. No Qt here.

Fields are called as their headings are. What no sheet can have wrong is said as of a TOML file.
"""

from collections.abc import Mapping

from pmark_desktop.domain.rules import Anchor, Unit
from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import Problem
from pmark_desktop.words import ANCHORS, UNITS, Both, Language, pick
from pmark_desktop.words_checklist_sheet import CHOICES, HEAD_LABELS, ITEM_LABELS

SHEET_WORDS: Mapping[str, Both] = {
    # the file
    Code.SHEET_OLD_EXCEL.value: (
        "古い形式のExcelファイル(.xls)です。Excelで「名前を付けて保存」し、.xlsx にしてください。",
        "This is an old Excel file (.xls). Save it as .xlsx.",
    ),
    Code.SHEET_BINARY.value: (
        "Excelのバイナリ形式(.xlsb)です。Excelで「名前を付けて保存」し、.xlsx にしてください。",
        "This is a binary Excel file (.xlsb). Save it as .xlsx.",
    ),
    Code.SHEET_MACROS.value: (
        "マクロ入りのExcelファイルです。安全のため読みません。「Excelブック(.xlsx)」で保存し直してください。",
        "This workbook holds macros and is not read. Save it as an Excel workbook (.xlsx).",
    ),
    Code.SHEET_OPEN_DOCUMENT.value: (
        "OpenDocument(.ods)です。「名前を付けて保存」でExcel形式(.xlsx)にしてください。",
        "This is an OpenDocument file (.ods). Save it as .xlsx.",
    ),
    Code.SHEET_ENCRYPTED.value: (
        "パスワードで保護されています。Excelでパスワードを外して保存し直してください。",
        "The file is protected by a password. Save it without one.",
    ),
    Code.SHEET_NOT_XLSX.value: (
        "Excelファイル(.xlsx)ではありません。ひな型に書くか、TOMLファイルを選んでください。",
        "This is no Excel file (.xlsx). Use the template, or choose a TOML file.",
    ),
    Code.SHEET_DAMAGED.value: (
        "ファイルが壊れています({part})。Excelで開いて保存し直すか、元のファイルを選んでください。",
        "The file is damaged ({part}). Open it in Excel and save it again, or choose the original.",
    ),
    Code.SHEET_DOCTYPE.value: (
        "表計算ソフトが書かない定義(DOCTYPE)が {part} にあります。安全のため読みません。ひな型に写してください。",
        "{part} holds a definition (DOCTYPE) that no spreadsheet program writes. It is not read; use the template.",
    ),
    Code.SHEET_OVERDONE.value: (
        "ファイルの中身が大きすぎます。チェックリストだけを新しいひな型に写してください。",
        "There is too much in the file. Copy the checklist alone into a new template.",
    ),
    Code.SHEET_LINKED.value: (
        "ほかのファイルへのリンクがあります({target})。安全のため読みません。「リンクの編集」で解除して保存してください。",
        "The file is linked to another one ({target}) and is not read. Break the link and save it.",
    ),
    Code.SHEET_TWO_ANSWERS.value: (
        "同じものが2つあり、どちらか決められません({what})。Excelで保存し直してください。",
        "There are two of the same ({what}), and no way to choose. Save it again in Excel.",
    ),
    Code.SHEET_FORM_NEWER.value: (
        "新しい版のプログラムのひな型です。この版で読めるのは {known} までです。プログラムを更新してください。",
        "The template is of a newer program; this one reads up to {known}. Update the program.",
    ),
    Code.SHEET_WITHOUT_ITEMS.value: (
        "項目の表が見つかりません。読み込むものがありません。ひな型の「項目」シートに書いてください。",
        "There is no table of items, so nothing to read. Use the sheet \"Items\" of the template.",
    ),
    Code.SHEET_WITHOUT_HEAD.value: (
        "リストの記号・題名・版などの欄が見つかりません。ひな型の「チェックリスト」シートに書いてください。",
        "Key, title, version and so on are not found. Use the sheet \"Checklist\" of the template.",
    ),
    Code.SHEET_TWO_TABLES.value: (
        "同じ表が複数のシートにあります({names})。1つだけにしてください。",
        "The same table is on several sheets ({names}). Keep one.",
    ),
    Code.SHEET_TOO_FAR.value: (
        "様式の範囲外に値があります。{rows}行・{columns}列までにしてください。",
        "Something stands outside of the form. Stay within {rows} rows and {columns} columns.",
    ),
    Code.SHEET_COLUMN_MISSING.value: (
        "この列がありません。見出しを戻すか、ひな型を使ってください。",
        "This column is missing. Put its heading back, or use the template.",
    ),
    Code.SHEET_COLUMN_TWICE.value: (
        "同じ列が2つあります。どちらか1つにしてください。",
        "There are two such columns. Keep one.",
    ),
    # cells
    Code.CELL_FORMULA.value: (
        "計算式です。計算式は読みません。値に直してください(コピーして「値の貼り付け」)。",
        "This is a formula, which is not read. Put the value in its place.",
    ),
    Code.CELL_ERROR.value: (
        "エラー値 {text} です。正しい値に直してください。",
        "This is the error {text}. Put a value in its place.",
    ),
    Code.CELL_DAY.value: (
        "Excelが日付に変えた値({text})です。セルの書式を「文字列」にして、入力し直してください。",
        "Excel made a date of it ({text}). Format the cell as text and type it again.",
    ),
    Code.CELL_DIGITS_LOST.value: (
        "数値の桁が多く、Excelで桁が失われた可能性があります。セルの書式を「文字列」にして、入力し直してください。",
        "The number is so long that Excel may have lost digits. Format the cell as text and type it again.",
    ),
    Code.CELL_UNREADABLE.value: (
        "「{text}」は値として読めません。入力し直してください。",
        "\"{text}\" cannot be read. Type it again.",
    ),
    # remarks
    Code.ROWS_HIDDEN.value: (
        "非表示の行も読みました: {rows}({count}行)",
        "Hidden rows were read too: {rows} ({count})",
    ),
    Code.COLUMNS_HIDDEN.value: (
        "非表示の列も読みました: {columns}", "Hidden columns were read too: {columns}",
    ),
    Code.TABLE_HIDDEN.value: ("非表示のシートを読みました。", "The sheet is hidden; it was read."),
    Code.SHEETS_UNREAD.value: ("読まなかったシート: {sheets}", "Sheets not read: {sheets}"),
    Code.COLUMNS_UNREAD.value: ("読まなかった列: {headings}", "Columns not read: {headings}"),
    Code.CELLS_MERGED.value: (
        "結合されたセルです。値は先頭のセルの項目だけのものとして読みました。",
        "These cells are merged; the value was read as that of the first.",
    ),
    Code.VERSION_WAS_NUMBER.value: (
        "版が数値のため「{text}」と読みました。1.10 などの末尾の0は失われます。セルの書式を「文字列」にすると確実です。",
        "The version is a number and was read as \"{text}\"; a last zero as in 1.10 is lost. Better format the cell as text.",
    ),
}  # fmt: skip
"""By the value of a code: what only a sheet can have wrong. `CHECKLIST_WORDS` has them too."""
_OTHERWISE: Mapping[str, Both] = {
    Code.FIELD_MISSING.value: ("空です。記入してください。", "It is empty. Fill it in."),
    Code.NOT_TEXT.value: ("文字列ではありません。", "It is not text."),
    Code.NOT_NUMBER.value: (
        "整数ではありません。14 のように、日数だけを入力してください。",
        "It is not a whole number. Type only the days, like 14.",
    ),
    Code.NOT_DATE.value: (
        "日付として読めません。2026/11/23 のように入力してください。",
        "It is not a date. Type it like 2026/11/23.",
    ),
    Code.NO_ITEMS.value: (
        "項目が1つもありません。見出しの下に、1行に1項目を書いてください。",
        "There are no items. Write one a row, below the headings.",
    ),
    Code.ID_FORM.value: (
        "「{text}」は番号に使えません。リストの記号、ハイフン、2〜3桁の数字で書いてください(例: MYLIST-01)。",
        '"{text}" is not possible. Use the key of the list, a hyphen and 2 or 3 digits (MYLIST-01).',
    ),
    Code.ID_OF_ANOTHER_LIST.value: (
        "このリストの項目の番号は {key}- で始めてください。", "The ids of this list begin with {key}-.",
    ),
    Code.ID_TWICE.value: (
        "{first}行目と同じ番号です。別の番号にしてください。",
        "Row {first} has the same id. Use another number.",
    ),
    Code.RULE_EMPTY.value: (
        "空です。「満了日の10か月前」のように書いてください。",
        "It is empty. Write, for example, 10 months before last day of validity.",
    ),
    Code.RULE_FORM.value: (
        "「{part}」は期限の決まりとして読めません。「満了日の10か月前」「AUD-16の実施日の60日後」のように書いてください。",
        '"{part}" is not a rule. Write, for example, 10 months before last day of validity.',
    ),
    Code.RULE_DATE_IMPOSSIBLE.value: (
        "「{part}」は日付ではありません。2027/01/03 のように書いてください。",
        '"{part}" is not a date. Write, for example, 2027-01-03.',
    ),
    Code.RULE_ON_WITH_OFFSET.value: (
        "決まった日付に「{part}」は付けられません。日付そのものを直してください。",
        'A fixed day cannot have "{part}". Change the date itself.',
    ),
    Code.REPEATS_DIFFER.value: (
        "{part} と頻度が違います。同じにしてください。",
        "{part} repeats differently. Give both the same.",
    ),
    Code.DUE_MISSING.value: (
        "期限の決まりがありません。書くか、頻度を毎月か四半期ごとにしてください。",
        "There is no rule. Write one, or repeat monthly or quarterly.",
    ),
    Code.HARD_DUE_WITHOUT_DUE.value: (
        "社内期限の決まりがないのに、絶対期限の決まりがあります。社内期限の決まりも書いてください。",
        "There is a hard due without a due. Write the rule of due as well.",
    ),
    Code.YEARLY_WITHOUT_YEAR.value: (
        "毎年の項目は「{part}」からは数えられません。満了日・受付開始日・受付最終日・PMS年度の開始日のどれかから数えてください。",
        'A yearly item cannot count from "{part}". Use validity, the window or the PMS year.',
    ),
    Code.EVENT_WITH_REPEAT.value: (
        "発生から数える項目(「{part}」)は繰り返せません。頻度を空にしてください。",
        'An item that counts from an event ("{part}") cannot repeat. Empty its repeat.',
    ),
    Code.EVENT_MIXED.value: (
        "絶対期限は {part} から数えていますが、社内期限はその発生から数えていません。起点をそろえてください。",
        "The hard due counts from {part}, but the due does not. Use the same anchor.",
    ),
    Code.DUE_NOT_ALLOWED.value: (
        "毎月・四半期ごとの項目には書けません。期限は各期間の最終営業日になります。",
        "Not with monthly or quarterly: its dues are the last business days of each period.",
    ),
}  # fmt: skip
"""Where a sheet says something else than a TOML file would."""


def cell_problem_parts(problem: Problem, language: Language) -> tuple[str, str, str]:
    """Return the cell, the heading ('' where none is meant), and what to do about it."""
    from pmark_desktop.words_checklist import CHECKLIST_WORDS  # noqa: PLC0415 - it needs this

    both = _OTHERWISE.get(problem.code.value) or CHECKLIST_WORDS[problem.code]
    words = pick(both, language)
    facts = dict(problem.facts) | _allowed(problem, language)
    return problem.place, field_words(problem, language), words.format_map(facts)


def field_words(problem: Problem, language: Language) -> str:
    """Return the heading of the field; '' where no field is meant."""
    is_head = problem.field in HEAD_LABELS and problem.ordinal == 0
    is_column = problem.code in (Code.SHEET_COLUMN_MISSING, Code.SHEET_COLUMN_TWICE)
    labels = HEAD_LABELS if is_head and not is_column else ITEM_LABELS
    return pick(labels[problem.field], language) if problem.field in labels else ""


def _allowed(problem: Problem, language: Language) -> dict[str, str]:
    """Return what may be written, in the words of the sheet."""
    words: list[Both] = []
    match problem.code:
        case Code.CHOICE_UNKNOWN:
            words = list(CHOICES[problem.field].values())
        case Code.RULE_ANCHOR_UNKNOWN:
            words = [ANCHORS[anchor] for anchor in Anchor]
        case Code.RULE_UNIT_UNKNOWN:
            words = [UNITS[unit] for unit in Unit]
    if not words:
        return {}
    return {"allowed": ", ".join(pick(one, language) for one in words)}
