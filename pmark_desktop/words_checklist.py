"""The words for what is wrong with a checklist file, in Japanese and English. No Qt here.

Field names are quoted as they stand in the file, in every language: they are what to look for.
"""

from collections.abc import Iterable, Mapping

from pmark_desktop.exchange.checklist_problems import ChecklistProblem, Problem
from pmark_desktop.words import Both, Language, pick
from pmark_desktop.words_checklist_cells import SHEET_WORDS, cell_problem_parts

CHECKLIST_WORDS: Mapping[ChecklistProblem, Both] = {
    # the file
    ChecklistProblem.FILE_NOT_THERE: (
        "ファイルが見つかりません。場所と名前を確かめてください。",
        "The file is not there. Check its place and name.",
    ),
    ChecklistProblem.FILE_NOT_PLAIN: (
        "ふつうのファイルではありません。TOMLファイルを選んでください。",
        "This is not a plain file. Choose a TOML file.",
    ),
    ChecklistProblem.FILE_IS_WORKSPACE: (
        "これはワークスペース(.pmark)です。チェックリストのTOMLファイルを選んでください。",
        "This is a workspace (.pmark). Choose the TOML file of a checklist.",
    ),
    ChecklistProblem.FILE_UNREADABLE: (
        "ファイルを読めません。読み取りの権限と、保存先につながっているかを確かめてください。",
        "The file cannot be read. Check the permission and the connection to where it lies.",
    ),
    ChecklistProblem.FILE_EMPTY: (
        "ファイルが空です。",
        "The file is empty.",
    ),
    ChecklistProblem.FILE_TOO_BIG: (
        "ファイルが大きすぎます。{most_kib} KiBまでにしてください。",
        "The file is too big. At most {most_kib} KiB are read.",
    ),
    ChecklistProblem.NOT_UTF8: (
        "{line}行目にUTF-8でない文字があります。文字コードをUTF-8にして保存し直してください。",
        "Line {line} is not UTF-8. Save the file again as UTF-8.",
    ),
    ChecklistProblem.NOT_TOML: (
        "{line}行目{column}文字目をTOMLとして読めません。引用符、括弧、=、同じ名前の重なりを確かめてください({detail})。",
        "Line {line}, column {column} is not TOML. Check quotes, brackets, = and names written twice ({detail}).",
    ),
    ChecklistProblem.TOML_OVERDONE: (
        "入れ子が深すぎるか、数の桁が多すぎるため読めません。チェックリストの形に直してください。",
        "Nesting is too deep or a number too long to be read. Bring the file into the form of a checklist.",
    ),
    ChecklistProblem.FORMAT_UNKNOWN: (
        "この版のプログラムが読める形式は {known} だけです。新しい形式なら、プログラムを更新してください。",
        "This version of the program reads format {known} only. For a newer format, update the program.",
    ),
    # any field
    ChecklistProblem.FIELD_MISSING: (
        "書かれていません。",
        "It is missing.",
    ),
    ChecklistProblem.FIELD_EMPTY: (
        "空です。内容を書いてください。",
        "It is empty. Write something.",
    ),
    ChecklistProblem.FIELD_UNKNOWN: (
        "このような欄はありません。使える欄: {known}",
        "There is no such field. Known fields: {known}",
    ),
    ChecklistProblem.FIELD_MISSPELT: (
        "このような欄はありません。{suggestion} の書き間違いではありませんか。",
        "There is no such field. Did you mean {suggestion}?",
    ),
    ChecklistProblem.NOT_TEXT: (
        '文字列ではありません。"…" で囲んでください。',
        'It is not text. Put it in quotes: "…".',
    ),
    ChecklistProblem.NOT_NUMBER: (
        "整数ではありません。引用符を付けずに、14 のように書いてください。",
        "It is not a whole number. Write it without quotes, like 14.",
    ),
    ChecklistProblem.NOT_DATE: (
        "日付ではありません。引用符を付けずに、2026-11-23 のように書いてください。",
        "It is not a date. Write it without quotes, like 2026-11-23.",
    ),
    ChecklistProblem.NOT_IDS: (
        'idの並びではありません。["AUD-03"] のように書いてください。',
        'It is not a list of ids. Write it like ["AUD-03"].',
    ),
    ChecklistProblem.CHOICE_UNKNOWN: (
        "「{text}」は使えません。次のどれかにしてください: {allowed}",
        '"{text}" is not possible. Use one of: {allowed}',
    ),
    ChecklistProblem.NUMBER_OUTSIDE: (
        "{least}から{most}までの数にしてください。",
        "Use a number from {least} to {most}.",
    ),
    ChecklistProblem.TEXT_CONTROLS: (
        "目に見えない制御文字が含まれています。取り除いてください。",
        "It contains invisible control characters. Remove them.",
    ),
    ChecklistProblem.TEXT_MANY_LINES: (
        "改行とタブは使えません。1行で書いてください。",
        "Line breaks and tabs are not possible here. Write one line.",
    ),
    ChecklistProblem.TEXT_TOO_LONG: (
        "長すぎます。{most}文字までにしてください。",
        "It is too long. Use at most {most} characters.",
    ),
    # head and items
    ChecklistProblem.KEY_FORM: (
        "「{text}」は使えません。英大文字で始まる2〜8文字の英大文字と数字にしてください(例: MYLIST)。",
        '"{text}" is not possible. Use 2 to 8 capital letters and digits, a letter first (MYLIST).',
    ),
    ChecklistProblem.VERSION_FORM: (
        "「{text}」は使えません。1.0 のように、数字と点で書いてください。",
        '"{text}" is not possible. Use digits and dots, like 1.0.',
    ),
    ChecklistProblem.NO_ITEMS: (
        "項目が1つもありません。[[items]] で始まる項目を書いてください。",
        "There are no items. Write items, each beginning with [[items]].",
    ),
    ChecklistProblem.NOT_ITEMS: (
        "項目の書き方が違います。項目ごとに、二重の括弧の [[items]] で始めてください。",
        "Items are written differently. Begin each with [[items]], in double brackets.",
    ),
    ChecklistProblem.TOO_MANY_ITEMS: (
        "項目が{count}件あります。{most}件までにしてください。",
        "There are {count} items. Use at most {most}.",
    ),
    ChecklistProblem.ID_FORM: (
        "「{text}」は使えません。リストのキー、ハイフン、2〜3桁の数字で書いてください(例: MYLIST-01)。",
        '"{text}" is not possible. Use the key of the list, a hyphen and 2 or 3 digits (MYLIST-01).',
    ),
    ChecklistProblem.ID_OF_ANOTHER_LIST: (
        "このリストの項目のidは {key}- で始めてください。",
        "The ids of this list begin with {key}-.",
    ),
    ChecklistProblem.ID_TWICE: (
        "{first}番目の項目と同じidです。別の番号にしてください。",
        "Item number {first} has the same id. Use another number.",
    ),
    # rules
    ChecklistProblem.RULE_EMPTY: (
        "期限の決まりが空です。expiry - 10 months のように書いてください。",
        "The rule is empty. Write, for example, expiry - 10 months.",
    ),
    ChecklistProblem.RULE_FORM: (
        "「{part}」は期限の決まりとして読めません。expiry - 10 months のように書いてください。",
        '"{part}" is not a rule. Write, for example, expiry - 10 months.',
    ),
    ChecklistProblem.RULE_ANCHOR_UNKNOWN: (
        "「{part}」という起点はありません。使える起点: {allowed}、または「項目のid done」",
        'There is no anchor "{part}". Use one of: {allowed}, or the id of an item and "done".',
    ),
    ChecklistProblem.RULE_DATE_IMPOSSIBLE: (
        "「{part}」は日付ではありません。on 2027-01-03 のように書いてください。",
        '"{part}" is not a date. Write, for example, on 2027-01-03.',
    ),
    ChecklistProblem.RULE_UNIT_UNKNOWN: (
        "「{part}」という単位はありません。使える単位: {allowed}",
        'There is no unit "{part}". Use one of: {allowed}',
    ),
    ChecklistProblem.RULE_NUMBER_TOO_BIG: (
        "{part} は大きすぎます。起点から10年以内にしてください。",
        "{part} is too big. Stay within ten years of the anchor.",
    ),
    ChecklistProblem.RULE_ON_WITH_OFFSET: (
        "決まった日付(on …)に「{part}」は付けられません。日付そのものを直してください。",
        'A fixed day (on …) cannot have "{part}". Change the date itself.',
    ),
    # between items
    ChecklistProblem.ITEM_UNKNOWN: (
        "項目 {part} はこのリストにありません。",
        "There is no item {part} in this list.",
    ),
    ChecklistProblem.SELF_REFERENCE: (
        "自分自身の完了から数えています。別の起点にしてください。",
        "It counts from its own completion. Use another anchor.",
    ),
    ChecklistProblem.CIRCLE: (
        "{part} から数えていますが、たどると自分に戻ります。どれかの起点を変えてください。",
        "It counts from {part}, which in the end counts from this item. Change one of the anchors.",
    ),
    ChecklistProblem.REPEATS_DIFFER: (
        "{part} と repeat が違います。同じにしてください。",
        "{part} repeats differently. Give both the same repeat.",
    ),
    ChecklistProblem.DUE_MISSING: (
        "期限の決まりがありません。due を書くか、repeat を monthly か quarterly にしてください。",
        "There is no rule. Write due, or make repeat monthly or quarterly.",
    ),
    ChecklistProblem.DUE_NOT_ALLOWED: (
        "repeat が {part} のときは書けません。期限は各期間の最終営業日になります。",
        "Not with repeat {part}: its dues are the last business days of each period.",
    ),
    ChecklistProblem.HARD_DUE_WITHOUT_DUE: (
        "due がないのに hard_due があります。due も書いてください。",
        "There is a hard_due without a due. Write due as well.",
    ),
    ChecklistProblem.YEARLY_WITHOUT_YEAR: (
        "毎年の項目は「{part}」からは数えられません。expiry、window_opens、window_closes、year_start のどれかから数えてください。",
        'A yearly item cannot count from "{part}". Use expiry, window_opens, window_closes or year_start.',
    ),
    ChecklistProblem.EVENT_WITH_REPEAT: (
        "発生から数える項目(「{part}」)は繰り返せません。repeat を消してください。",
        'An item that counts from an event ("{part}") cannot repeat. Remove repeat.',
    ),
    ChecklistProblem.EVENT_MIXED: (
        "hard_due は {part} から数えていますが、due はその発生から数えていません。起点をそろえてください。",
        "hard_due counts from {part}, but due does not count from that event. Use the same anchor.",
    ),
    ChecklistProblem.REPLACES_ALIVE: (
        "{part} はこのリストにまだあります。残っている項目は置き換えられません。",
        "{part} is still in this list. An item that stays cannot be replaced.",
    ),
    ChecklistProblem.REPLACED_TWICE: (
        "{part} は別の項目も置き換えています。どちらか1つにしてください。",
        "{part} is replaced by another item as well. Leave it to one of them.",
    ),
    **{ChecklistProblem(code): words for code, words in SHEET_WORDS.items()},
}
_ORDINAL: Both = ("{ordinal}番目の項目", "item number {ordinal}")


def problem_words(problem: Problem, language: Language = Language.JA) -> str:
    """Return one line: the file, the item or the cell, the field and what to do about it."""
    where, field, sentence = problem_parts(problem, language)
    if not _is_of_sheet(problem):  # ids and fields stand in the file as they are said
        where, field = " ".join(filter(None, (where, field))), ""
    return ": ".join(filter(None, (problem.file, where, field, sentence)))


def problem_parts(problem: Problem, language: Language = Language.JA) -> tuple[str, str, str]:
    """Return where a problem is (cell, item), the field it is in, and what to do about it."""
    if _is_of_sheet(problem):
        return cell_problem_parts(problem, language)
    item = problem.item
    if problem.ordinal and not item:
        item = pick(_ORDINAL, language).format(ordinal=problem.ordinal)
    sentence = pick(CHECKLIST_WORDS[problem.code], language).format_map(problem.facts)
    return item, problem.field, sentence


def _is_of_sheet(problem: Problem) -> bool:
    return bool(problem.place) or problem.code.value in SHEET_WORDS


def problems_words(problems: Iterable[Problem], language: Language = Language.JA) -> str:
    """Return a line for each problem."""
    return "\n".join(problem_words(problem, language) for problem in problems)
