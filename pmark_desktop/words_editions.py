"""What taking a checklist in would do, in two languages. No Qt here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pmark_desktop.domain.checklist import Checklist, Item, Repeat
from pmark_desktop.domain.editions import Edition, Fate, ItemChange
from pmark_desktop.domain.rules import Rule
from pmark_desktop.words import Both, Language, list_title, pick, rule_words
from pmark_desktop.words_checklist_sheet import CHOICES, HEAD_LABELS, ITEM_LABELS, choice_words


class EditionTerm(StrEnum):
    """The columns of the preview."""

    FATE = "fate"
    ID = "id"
    TITLE = "title"
    FIELDS = "fields"


EDITION_TERMS: Mapping[EditionTerm, Both] = {
    EditionTerm.FATE: ("区分", "What"),
    EditionTerm.ID: ("番号", "Id"),
    EditionTerm.TITLE: ("実施項目", "Item"),
    EditionTerm.FIELDS: ("変わるところ", "What changes"),
}
FATES: Mapping[Fate, Both] = {
    Fate.REWORDED: ("変更(要再確認)", "Changed, to check again"),
    Fate.ADJUSTED: ("変更", "Changed"),
    Fate.NEW: ("追加", "New"),
    Fate.GONE: ("廃止", "Dropped"),
    Fate.SAME: ("変更なし", "Same"),
}
RENAMED: Both = ("番号の変更", "Renamed")
STAYS_RETIRED: Both = ("取り下げのまま", "Stays retired")
NEW_LIST: Both = (
    "新しいチェックリスト: {title}({key}) 版 {version}  項目 {items}件",
    "New checklist: {title} ({key}), version {version}, {items} items",
)
NEWER_EDITION: Both = (
    "{title}({key}): 版 {old} → 版 {version}",
    "{title} ({key}): version {old} to {version}",
)
EDITION_SUMMARY: Mapping[str, Both] = {
    "new": ("追加 {0}件", "{0} new"),
    "reworded": ("変更(要再確認) {0}件", "{0} changed, to check again"),
    "adjusted": ("変更 {0}件", "{0} changed"),
    "gone": ("廃止 {0}件", "{0} dropped"),
    "same": ("変更なし {0}件", "{0} the same"),
    "retired": ("取り下げのまま {0}件", "{0} stay retired"),
}
"""By kind: how many items."""
TASKS_RECHECKED: Both = (
    "要再確認になるタスク {0}件(記録は残ります)", "{0} tasks to check again (their records stay)",
)  # fmt: skip
TAKEN: Both = (
    "チェックリスト {title} の版 {version} を取り込みました。", "Took {title}, version {version}.",
)  # fmt: skip
LIST_ADDED: Both = (
    "チェックリスト {title}({items}項目)を追加しました。", "Added {title} ({items} items).",
)  # fmt: skip
NOTHING_NEW: Both = (
    "いまの版と同じです。取り込むものはありません。", "This is the present edition; there is nothing to take.",
)  # fmt: skip
TEMPLATE_WRITTEN: Both = ("ひな型を書き出しました: {file}", "Template written: {file}")
TEMPLATE_HINT: Both = (
    "書き方は「記入のしかた」シートにあります。書き終えたら「チェックリストを取り込む」で選んでください。",
    "The sheet “How to fill in” says how. Then choose it under Take in a checklist.",
)
LIST_SOUND: Both = (
    "{title}({key}) 版 {version}  {items}項目  誤りはありません。",
    "{title} ({key}), version {version}, {items} items; no mistakes.",
)
MISTAKES: Both = (
    "誤りが {0}か所あります。何も取り込んでいません。直してから選び直してください。",
    "There are {0} mistakes. Nothing was taken. Mend them and choose the file again.",
)
STEP: Both = ("{key} を版 {version} に更新", "{key} to version {version}")
ADD_STEP: Both = ("チェックリスト {key} を追加", "add the checklist {key}")
"""The names of the undo steps."""
PROBLEM_TERMS: tuple[Both, Both, Both] = (
    ("場所", "Where"), ("欄", "Field"), ("直すこと", "What to mend"),
)  # fmt: skip
RECHECK_TERMS: Mapping[str, Both] = {
    "heading": ("要再確認", "To check again"),
    "why": (
        "チェックリストの新しい版で、文が変わりました。記録がいまの文でも足りるか確かめてください。",
        "A newer edition of the checklist words this otherwise. See whether your record still does.",
    ),
    "by_hand": ("人が付けた印です。", "A person set this mark."),
    "old": ("前の文", "Before"),
    "new": ("いまの文", "Now"),
    "empty": ("(なし)", "(none)"),
    "confirm": ("確認した(印を消す)", "Checked: clear the mark"),
}


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A line of the preview: the texts of its columns, and what changes at length."""

    fate: Fate
    texts: tuple[str, ...]
    details: tuple[str, ...] = ()


def edition_rows(edition: Edition, retired: Sequence[Item], language: Language) -> list[EditionRow]:
    """Return the lines of a preview: what is to be looked at first; each part in list order."""
    order = list(Fate)
    rows = [_row(change, language) for change in edition.changes]
    rows.sort(key=lambda row: order.index(row.fate))
    words = pick(STAYS_RETIRED, language)
    rows += [EditionRow(Fate.SAME, (words, item.id, item.title, "")) for item in retired]
    return rows


def _row(change: ItemChange, language: Language) -> EditionRow:
    item = change.new or change.old
    if item is None:
        raise ValueError(change)
    words = pick(FATES[change.fate], language)
    id_ = item.id
    if change.old is not None and change.new is not None and change.is_renamed:
        id_ = f"{change.old.id} → {change.new.id}"
        renamed = pick(RENAMED, language)
        words = renamed if change.fate is Fate.SAME else f"{words}, {renamed}"
    names = ", ".join(pick(ITEM_LABELS[field], language) for field in change.fields)
    return EditionRow(
        change.fate, (words, id_, item.title, names), tuple(_details(change, language))
    )


def _details(change: ItemChange, language: Language) -> Iterator[str]:
    if change.old is None or change.new is None:
        return
    for field in change.fields:
        old, new = (_shown(one, field, language) for one in (change.old, change.new))
        nothing = pick(RECHECK_TERMS["empty"], language)
        yield f"{pick(ITEM_LABELS[field], language)}: {old or nothing} → {new or nothing}"


def _shown(item: Item, field: str, language: Language) -> str:
    value = getattr(item, field)
    if isinstance(value, Rule):
        return rule_words(value, Repeat.ONCE, language)
    if field in CHOICES and value is not None:
        return choice_words(field, value.value, language)
    return "" if value is None else str(value)


def intake_heading(edition: Edition, *, is_new_list: bool, language: Language) -> str:
    """Return which list comes in, and from which version to which."""
    words = NEW_LIST if is_new_list else NEWER_EDITION
    return pick(words, language).format(
        old=edition.old.version, **list_facts(edition.new, language)
    )


def list_facts(checklist: Checklist, language: Language) -> dict[str, object]:
    """Return what the sentences about a list are filled with."""
    return {
        "key": checklist.key, "title": list_title(checklist, language), "version": checklist.version,
        "items": len(checklist.items),
    }  # fmt: skip


def edition_summary(edition: Edition, retired: Sequence[Item], language: Language) -> str:
    """Return how many items are what, in one line, and what changes of the list itself."""
    counts = {fate.value: len(edition.of(fate)) for fate in Fate} | {"retired": len(retired)}
    parts = [
        pick(EDITION_SUMMARY[name], language).format(counts[name])
        for name in EDITION_SUMMARY
        if counts[name]
    ]
    head = [field for field in edition.head if field != "version"]
    parts += [pick(HEAD_LABELS[field], language) for field in head if edition.old.items]
    return "   ".join(parts)


def rows_text(rows: Iterable[EditionRow]) -> Iterator[str]:
    """Yield the lines of a preview for a terminal, without those that stay as they are."""
    for row in rows:
        if row.fate is not Fate.SAME or row.details:
            yield "  ".join(filter(None, row.texts))
