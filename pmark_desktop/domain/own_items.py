"""Own content (自社): which lists and items the company wrote itself, and what they are called.

An own list says so in its source. In a list that was published, an own item is one whose id is not
of the list: a publisher may only use ids that begin with the list's key. So a file needs no more
columns, and a newer edition of a list leaves the own items in it alone.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from pmark_desktop.domain.checklist import Checklist, Item, ListFault, ListProblem, list_problems

OWN_SOURCE = "自社作成"
OWN_KEY = "OWN"
OWN_TITLE, OWN_TITLE_EN = "自社", "Our own"
MOST_LEAD_DAYS = 730  # the whole term
_MOST_NUMBER = 999  # an id ends in two or three digits
_MOST_PREFIXES = 99_999  # a key has at most eight characters


def is_own_list(checklist: Checklist) -> bool:
    """Tell whether the company wrote this list itself."""
    return checklist.source == OWN_SOURCE


def is_own_item(item_id: str, checklist: Checklist) -> bool:
    """Tell whether the company wrote this item of `checklist` itself."""
    return is_own_list(checklist) or not item_id.startswith(f"{checklist.key}-")


def own_ids(checklist: Checklist, taken: Container[str]) -> Iterator[str]:
    """Yield ids for own items of a list, none of which is `taken`: first `OWN-01`.

    Items of an own list are named after it as long as there are numbers left.
    """
    keys = [checklist.key] if is_own_list(checklist) else []
    for key in (*keys, *_keys()):
        for number in range(1, _MOST_NUMBER + 1):
            id_ = f"{key}-{number:02}"
            if id_ not in taken:
                yield id_


def own_key(taken: Container[str]) -> str:
    """Return a key for an own list that is not `taken`: `OWN`, then `OWN2`."""
    return next(key for key in _keys() if key not in taken)


def _keys() -> Iterator[str]:
    yield OWN_KEY
    for number in range(2, _MOST_PREFIXES + 1):
        yield f"{OWN_KEY}{number}"


def own_problems(checklist: Checklist, changed: Sequence[Item]) -> list[ListProblem]:
    """Return what is wrong once these items, new or changed, stand in a list.

    An own item may do without a rule: it then has no date until one is typed. What was wrong
    before stays out of this.
    """
    by_id = {item.id: item for item in changed}
    kept = [by_id.get(item.id, item) for item in checklist.items]
    here = {item.id for item in checklist.items}
    after = [*kept, *(item for item in changed if item.id not in here)]
    before = set(list_problems(checklist.items))
    return [
        problem
        for problem in list_problems(after)
        if problem not in before and problem.fault is not ListFault.DUE_MISSING
    ]


def with_items(checklist: Checklist, items: Sequence[Item]) -> Checklist:
    """Return a list with other items."""
    return replace(checklist, items=tuple(items))
