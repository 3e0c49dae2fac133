"""The words of steps in the undo list (操作の一覧), in Japanese and English. No Qt here."""

from collections.abc import Sequence

from pmark_desktop.words import ACTS, FIELDS, Both, Language, pick

_MOST_LETTERS = 40
ARROWS: Both = ("矢印", "Arrow")
"""What the arrow keys are called together."""
_AT_FIRST: Both = ("開いたときの状態", "As it was when opened")
_PRESENT: Both = ("▶ {name}(今ここ)", "▶ {name} (now)")
_UNDONE: Both = ("↶ {name}(元に戻した)", "↶ {name} (undone)")
_EARLIER: Both = ("   {name}", "   {name}")


def short(text: str) -> str:
    """Return a text as one short line, for a name."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1]}…"


def edit_step(task: str, field: str, language: Language) -> str:
    """Return the name of a change to one field: 「CERT-12 の社内期限を変更」."""
    name = pick(FIELDS[field], language)
    if language is Language.JA:
        return f"{task} の{name}を変更"
    return f"change {name.lower()} of {task}"


def add_step(what: str, language: Language) -> str:
    """Return the name of adding something: 「監査報告書.pdf を追加」."""
    return f"{short(what)} を追加" if language is Language.JA else f"add {short(what)}"


def act_step(act: str, what: str, language: Language) -> str:
    """Return the name of an act on something: 「休業日の変更 創立記念日」."""
    return f"{pick(ACTS[act], language)} {short(what)}".rstrip()


def items_step(act: str, names: Sequence[str], language: Language) -> str:
    """Return the name of an act on items: 「項目の取り下げ AUD-30」, 「項目の取り下げ 3件」."""
    if len(names) == 1:
        return act_step(act, names[0], language)
    count = f"{len(names)}件" if language is Language.JA else f"({len(names)})"
    return act_step(act, count, language)


def step_line(name: str, place: int, position: int, language: Language) -> str:
    """Return a row of the list of steps, never by colour alone: 「▶ 09:12  …(今ここ)」.

    `place` 0 is how it was at first, for which no name is needed; `position` is the present one.
    """
    words = _EARLIER
    if place >= position:
        words = _PRESENT if place == position else _UNDONE
    return pick(words, language).format(name=name if place else pick(_AT_FIRST, language))
