"""States and results by the words that people write for them elsewhere. No Qt here.

Matched in NFKC and without case, spaces and brackets around: ＯＫ, ok and 「OK」 are one word.
"""

import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from pmark_desktop.domain.task import Result, State
from pmark_desktop.words import RESULTS, STATES

STATE_WORDS: Mapping[State, tuple[str, ...]] = {
    State.TODO: (
        "未", "未実施", "未対応", "未完了", "未済", "未処理", "これから", "-", "not started", "open",
        "todo", "to-do", "pending", "new",
    ),
    State.DOING: (
        "着手", "着手中", "着手済", "対応", "実施中", "作業中", "進行中", "処理中", "途中", "一部",
        "△", "started", "ongoing", "in work", "wip", "doing",
    ),
    State.REVIEW: (
        "確認中", "確認依頼", "確認依頼中", "レビュー", "レビュー中", "レビュー待ち", "承認待ち", "承認待",
        "確認待", "要確認", "review", "reviewing", "waiting for review", "to review",
    ),
    State.DONE: (
        "済", "済み", "完", "完了済", "完了済み", "実施済", "実施済み", "対応済", "対応済み", "終了",
        "終了済", "終了済み", "ok", "o", "○", "◯", "〇", "●", "◎", "✓", "✔", "☑", "レ", "x済", "100%",
        "complete", "completed", "closed", "finished", "yes", "y",
    ),
    State.EXCLUDED: (
        "対象外項目", "非該当", "該当なし", "該当無し", "該当せず", "適用外", "適用除外", "除外", "不要",
        "対象なし", "n/a", "na", "n.a.", "not applicable", "excluded", "skip", "skipped",
    ),
}  # fmt: skip
RESULT_WORDS: Mapping[Result, tuple[str, ...]] = {
    Result.UNRATED: (
        "未", "未評価項目", "未判定", "未確認", "評価前", "-", "not evaluated", "unrated", "none", "n/a",
        "na",
    ),
    Result.CONFORMS: (
        "適", "合", "合格", "可", "良", "良好", "問題なし", "問題無し", "指摘なし", "○", "◯", "〇", "◎", "o",
        "ok", "✓", "✔", "☑", "conform", "conformity", "conforming", "pass", "passed", "yes", "y",
    ),
    Result.OBSERVATION: (
        "観察事項", "推奨", "推奨事項", "改善の余地", "改善の機会", "軽微", "注意", "△", "ofi", "obs",
        "observed", "minor",
    ),
    Result.NONCONFORMING: (
        "不", "否", "不可", "不合格", "不適", "指摘", "指摘あり", "要改善", "×", "✕", "✖", "x", "ng", "nc",
        "nonconformity", "non-conformity", "nonconform", "non-conforming", "fail", "failed", "no",
        "major",
    ),
}  # fmt: skip
Code = TypeVar("Code", State, Result)
_AROUND = " \t\n\u3000\u200b\ufeff「」『』()[]【】<>.。、,"


def plain_word(text: str) -> str:
    """Return the form in which words are compared."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip(_AROUND)
    return " ".join(plain.split())


def _table(
    codes: Mapping[Code, tuple[str, str]], others: Mapping[Code, tuple[str, ...]]
) -> dict[str, str]:
    """Return the code of each word; the program's own words win."""
    found: dict[str, str] = {}
    for code, both in codes.items():
        for word in (code.value, both[0], both[1]):
            found[plain_word(word)] = code.value
    for code, aliases in others.items():
        for word in aliases:
            found.setdefault(plain_word(word), code.value)
    return found


_CODES: Mapping[str, Mapping[str, str]] = {
    "state": _table(STATES, STATE_WORDS),
    "result": _table(RESULTS, RESULT_WORDS),
}
_EMPTY: Mapping[str, str] = {"state": State.TODO.value, "result": Result.UNRATED.value}


def code_of(field: str, text: str) -> str:
    """Return the code that a text means in `state` or `result`; other texts as they are.

    Nothing means the first one: a cell that is cleared is not started, or not rated.
    """
    if field not in _CODES:
        return text
    if not text.strip():
        return _EMPTY[field]
    return _CODES[field].get(plain_word(text), text)


def codes_beginning(field: str, typed: str) -> list[str]:
    """Return the codes with a word that begins like `typed`, the best first; own words win."""
    plain = plain_word(typed)
    words = _CODES.get(field, {})
    found = [code for word, code in words.items() if plain and word.startswith(plain)]
    return list(dict.fromkeys(found))
