"""Two editions of a checklist: what of the newer one is the same, reworded, moved, new or gone.

Answers belong to what was asked. So items are compared by their judged text: what has to be done
(title), what is required (guidance) and what proves it (expected evidence). The clause only says
where that stands; a new numbering of the guideline alone asks for no second look.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.errors import UserError, Why

JUDGED = ("title", "guidance", "evidence")
"""The fields of an item that answers depend on."""

HEAD = ("title", "title_en", "kind", "version", "date", "source")
"""The fields of a list that a newer edition may change."""

_COMPARED = tuple(field.name for field in fields(Item) if field.name not in ("id", "replaces"))
EDITION_ACT = "edition"
"""What the log calls the taking of a newer edition."""
_PUNCTUATION = str.maketrans({
    "、": ",", "。": ".", "・": "･", "〜": "~", "‐": "-", "–": "-", "—": "-", "−": "-",
    "「": '"', "」": '"', "『": '"', "』": '"', "“": '"', "”": '"', "’": "'", "‘": "'",
})  # fmt: skip
_NEEDLESS_SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_SPACED_SIGN = re.compile(r" ?([,.:;()/\"]) ?")


class Fate(StrEnum):
    """What becomes of an item. `REWORDED`: its judged text; `ADJUSTED`: only something else."""

    REWORDED = "reworded"
    ADJUSTED = "adjusted"
    NEW = "new"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item in the older and the newer edition; one of them is None where it is new or gone.

    `fields` are the fields that differ, in the order of the item. Where the ids differ it was
    renamed through `replaces`.
    """

    fate: Fate
    old: Item | None
    new: Item | None
    fields: tuple[str, ...] = ()

    @property
    def is_renamed(self) -> bool:
        """True where answers go from one id to another."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id


@dataclass(frozen=True, slots=True)
class Edition:
    """A newer edition beside the present one: the items of the newer in its order, then those gone.

    `head` names the fields of the list itself that differ.
    """

    old: Checklist
    new: Checklist
    changes: tuple[ItemChange, ...]
    head: tuple[str, ...]

    def of(self, fate: Fate) -> list[ItemChange]:
        """Return the items of one fate."""
        return [change for change in self.changes if change.fate is fate]

    @property
    def renamed(self) -> dict[str, str]:
        """The new id of every item that was renamed, by its old one."""
        return {
            change.old.id: change.new.id
            for change in self.changes
            if change.old is not None and change.new is not None and change.is_renamed
        }

    @property
    def is_same(self) -> bool:
        """True when nothing at all differs."""
        return not self.head and all(
            change.fate is Fate.SAME and not change.is_renamed for change in self.changes
        )


def renames_text(renamed: Mapping[str, str]) -> str:
    """Return what the log says of renamed items: `AUD-03 → AUD-23, AUD-04 → AUD-24`."""
    return ", ".join(f"{old} → {new}" for old, new in renamed.items())


def former_id(text: str, item: str) -> str:
    """Return the id that an item had before, by what the log says; '' if it says nothing."""
    for part in text.split(", "):
        old, _, new = part.partition(" → ")
        if new == item:
            return old
    return ""


def compare(old: Checklist, new: Checklist) -> Edition:
    """Return a newer edition beside the present one."""
    present = {item.id: item for item in old.items}
    taken: set[str] = set()
    changes = []
    for item in new.items:
        before = _before(item, present, taken)
        if before is not None:
            taken.add(before.id)
        changes.append(_change(before, item))
    gone = [ItemChange(Fate.GONE, item, None) for item in old.items if item.id not in taken]
    head = tuple(field for field in HEAD if getattr(old, field) != getattr(new, field))
    return Edition(old, new, (*changes, *gone), head)


def check_newer(edition: Edition) -> None:
    """Check that an edition may take the place of the present one.

    Raises:
        UserError: it is the present one; its version is older; or it has the present version and
            other content, so that nobody could tell the two apart.
    """
    if edition.is_same:
        raise UserError(Why.NOTHING_CHANGED)
    old, new = edition.old, edition.new
    before, after = _numbers(old.version), _numbers(new.version)
    facts = {"text": new.key, "version": new.version, "present": old.version}
    if after < before:
        raise UserError(Why.EDITION_OLDER, **facts)
    if after == before:
        raise UserError(Why.EDITION_SAME_VERSION, **facts)


def judged(text: str) -> str:
    """Return the form in which judged texts are compared.

    Width, spaces that only part Japanese letters, line ends and the shape of punctuation do not
    matter; a full stop at the end neither. For comparing only, never for storing.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_PUNCTUATION)).translate(_PUNCTUATION)
    plain = _NEEDLESS_SPACE.sub("", " ".join(plain.split()))
    return _SPACED_SIGN.sub(r"\1", plain).strip(" .")


def _before(item: Item, present: Mapping[str, Item], taken: Iterable[str]) -> Item | None:
    """Return the item of the older edition whose answers go to `item`."""
    if item.id in present:
        return present[item.id]
    found = (present[one] for one in item.replaces if one in present and one not in taken)
    return next(found, None)


def _change(old: Item | None, new: Item) -> ItemChange:
    if old is None:
        return ItemChange(Fate.NEW, None, new)
    differing = tuple(name for name in _COMPARED if getattr(old, name) != getattr(new, name))
    if any(judged(getattr(old, name)) != judged(getattr(new, name)) for name in JUDGED):
        return ItemChange(Fate.REWORDED, old, new, differing)
    return ItemChange(Fate.ADJUSTED if differing else Fate.SAME, old, new, differing)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version without zeros at the end; what is no number counts as 0."""
    numbers = [int(part) if part.isdecimal() else 0 for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
