"""The words of a checklist in Excel: sheets, headings, choices and how to fill it in. No Qt here."""

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.words import REPEATS, STAGES, Both, Language, pick
from pmark_desktop.words_log import CONDITIONS, LIST_KINDS


class Sheet(StrEnum):
    """The sheets of the form."""

    HEAD = "head"
    ITEMS = "items"
    NOTES = "notes"


SHEETS: Mapping[Sheet, Both] = {
    Sheet.HEAD: ("チェックリスト", "Checklist"),
    Sheet.ITEMS: ("項目", "Items"),
    Sheet.NOTES: ("記入のしかた", "How to fill in"),
}
HEAD_LABELS: Mapping[str, Both] = {
    "key": ("リストの記号", "Key"),
    "title": ("題名", "Title"),
    "title_en": ("題名(英語)", "Title (English)"),
    "kind": ("区分", "Kind"),
    "version": ("版", "Version"),
    "date": ("版の日付", "Date of the version"),
    "source": ("出典", "Source"),
}
HEAD_NOTES: Mapping[str, Both] = {
    "key": (
        "英大文字で始まる2〜8文字の英大文字と数字。項目の番号の頭になります。例: MYLIST",
        "2 to 8 capital letters and digits, a letter first; item ids begin with it. MYLIST",
    ),
    "title": ("画面と証跡台帳に出る名前。", "The name on screen and in the workbook."),
    "title_en": ("英語の画面に出る名前。", "The name on an English screen."),
    "kind": (
        "主要: どの更新でも使う。追加: 当てはまる会社だけが使う。",
        "Main: for every renewal. Supplementary: where it applies.",
    ),
    "version": (
        "数字と点。中身を変えたら必ず上げます。例: 1.0 → 1.1",
        "Digits and dots; raise it with every change. 1.0, then 1.1",
    ),
    "date": ("この版を作った日。", "The day of this version."),
    "source": ("もとにした規程・指針・案内。", "What it is based on."),
}
ITEM_LABELS: Mapping[str, Both] = {
    "id": ("番号", "Id"),
    "title": ("実施項目", "Item"),
    "guidance": ("進め方", "Guidance"),
    "clause": ("指針項番", "Clause"),
    "evidence": ("確認方法・証跡", "Expected evidence"),
    "role": ("役割", "Role"),
    "stage": ("PDCA", "PDCA"),
    "due": ("社内期限の決まり", "Rule of due"),
    "hard_due": ("絶対期限の決まり", "Rule of hard due"),
    "due_note": ("期限の補足", "About the due"),
    "repeat": ("頻度", "Repeat"),
    "lead_days": ("着手の目安(期限の何日前)", "Days of work"),
    "applies_if": ("当てはまる条件", "Applies if"),
    "replaces": ("置き換える旧番号", "Replaces"),
}
NEEDED = ("id", "title", "guidance", "clause", "evidence", "role", "stage")
"""The fields that every item has; `due` may be empty where it repeats monthly or quarterly."""

VALUE: Both = ("記入欄", "Value")
LABEL: Both = ("見出し", "Field")
NOTE: Both = ("説明", "About it")
MARK_NEEDED: Both = ("(必須)", "(required)")
CHOICES: Mapping[str, Mapping[str, Both]] = {
    "kind": {code.value: words for code, words in LIST_KINDS.items()},
    "stage": {code.value: words for code, words in STAGES.items()},
    "repeat": {code.value: words for code, words in REPEATS.items()},
    "applies_if": {code.value: words for code, words in CONDITIONS.items()},
}
"""By field: the words for each of its codes."""

_ALIASES: Mapping[str, Mapping[str, str]] = {
    "stage": {"p": "plan", "d": "do", "c": "check", "a": "act",
              "計画": "plan", "実施": "do", "点検": "check", "改善": "act"},
    "repeat": {"一回": "once", "毎年度": "yearly", "毎月末": "monthly", "四半期": "quarterly"},
}  # fmt: skip


@lru_cache(maxsize=256)  # two thousand items choose between a dozen words
def choice_code(field: str, text: str) -> str:
    """Return the code that words mean in a field of choices; any other text as it came.

    Once has no code in a list: it is ''.
    """
    key = folded_heading(text)
    for code, words in CHOICES[field].items():
        if key in {code, *map(folded_heading, words)}:
            return "" if code == Repeat.ONCE.value else code
    return _ALIASES.get(field, {}).get(key, text).replace(Repeat.ONCE.value, "")


def choice_words(field: str, code: str, language: Language) -> str:
    """Return the words for a code."""
    return pick(CHOICES[field][code], language)


def folded_heading(text: str) -> str:
    """Return a heading as it is compared: width, spaces, case and the mark 必須 do not matter."""
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    for mark in (*MARK_NEEDED, "*", "※"):
        plain = plain.removesuffix("".join(mark.split()))
    return plain


def fields_by_heading(labels: Mapping[str, Both]) -> dict[str, str]:
    """Return the field for each heading that may stand above it, folded, in both languages."""
    return {folded_heading(word): field for field, words in labels.items() for word in words}


# how to fill it in

_ALL_RULES: tuple[tuple[Both, Both], ...] = (
    (("満了日の10か月前", "10 months before last day of validity"),
     ("満了日(有効期間の最終日)から数えます。", "Counts from the last day of validity.")),
    (("受付開始日の1か月後", "1 month after window opens"),
     ("更新申請の受付が始まる日から。受付最終日からも数えられます。", "From the first day to apply; also window closes.")),
    (("申請日の14日後", "14 days after application"),
     ("申請日・現地審査日・指摘事項文書の発行日・付与適格決定日から。日が決まるまで起点待ちになります。",
      "From application, site visit, findings issued or decision; it waits until there is a date.")),
    (("PMS年度の開始日の3か月後", "3 months after start of the PMS year"),
     ("年度の開始日から。", "From the start of the PMS year.")),
    (("AUD-16の実施日の60日後", "60 days after AUD-16 done"),
     ("同じリストの別の項目の実施日から。", "From the day another item of the list is done.")),
    (("発生日の14日後", "14 days after day of the event"),
     ("「発生を登録」した日から。知った日からも数えられます。", "From an event that is entered; also day of knowing.")),
    (("現地審査日の5営業日後", "5 business days after site visit"),
     ("単位は 日・営業日・週間・か月・年、前か後。", "Units: day, business day, week, month, year; before or after.")),
    (("2027/01/03", "2027-01-03"),
     ("決まった日。", "A fixed day.")),
    (("expiry - 10 months", "expiry - 10 months"),
     ("TOMLの書き方も使えます。", "The language of the TOML files is read too.")),
)  # fmt: skip


def rule_examples(language: Language) -> Iterator[tuple[str, str]]:
    """Yield rules with what each means."""
    for rule, meaning in _ALL_RULES:
        yield pick(rule, language), pick(meaning, language)


_STEPS: tuple[Both, ...] = (
    ("「チェックリスト」シートの記入欄を埋めます。出典まで、すべて必要です。",
     "Fill in the sheet “Checklist”, all of it."),
    ("「項目」シートに、1行に1項目を書きます。(必須)の列は空にできません。空の行は読み飛ばします。",
     "Write one item a row in the sheet “Items”. Columns marked (required) cannot be empty; empty rows are skipped."),
    ("番号は リストの記号-01 の形(2〜3桁)です。一度決めた番号は変えません。変えるときは、新しい項目の「置き換える旧番号」に前の番号を書くと、記録が引き継がれます。",
     "Ids look like KEY-01 (2 or 3 digits) and stay. Where one has to change, write the old id under “Replaces”: the answers go along."),
    ("PDCA・頻度・当てはまる条件・区分は、一覧から選びます。頻度が空なら1回です。",
     "Choose PDCA, Repeat, Applies if and Kind from their lists. No Repeat means once."),
    ("社内期限の決まりは必須です。頻度が毎月・四半期ごとの項目だけは空にします(各期間の最終営業日になります)。絶対期限は、制度が定める日がある項目だけに書きます。",
     "A rule of due is needed, except with monthly and quarterly, where it stays empty. A hard due is only for dates that the scheme sets."),
    ("計算式は使えません。値を書いてください。列の順は変えてもかまいません。",
     "No formulas: write values. Columns may change places."),
    ("直した版は、版の番号を上げて取り込みます。取り込む前に、追加・変更・廃止される項目が表示されます。",
     "Raise the version of a mended list. Before it is taken, what is new, changed or gone is shown."),
)  # fmt: skip


def steps(language: Language) -> Iterator[str]:
    """Yield what to do, step by step."""
    for words in _STEPS:
        yield pick(words, language)


NOTE_HEADINGS: tuple[Both, Both, Both] = (
    ("記入のしかた", "How to fill in"),
    ("期限の決まりの書き方", "How to write rules"),
    ("意味", "Meaning"),
)
