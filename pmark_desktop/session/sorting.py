"""What a click on the head of a column does to the order of the rows. No Qt here."""

from collections.abc import Sequence

from pmark_desktop.domain.views import SortBy


def clicked(order: Sequence[SortBy], column: str, *, adds: bool) -> tuple[SortBy, ...]:
    """Return the order after a click: up, down, and off again.

    A click sorts by this column only, with `adds` besides those that are sorted by already.
    """
    held = next((one for one in order if one.column == column), None)
    is_alone = held is not None and len(order) == 1
    if adds:
        if held is None:
            return (*order, SortBy(column))
        turned = () if held.descends else (SortBy(column, True),)
        return tuple(part for one in order for part in (turned if one is held else (one,)))
    if held is None or not is_alone:
        return (SortBy(column),)
    return () if held.descends else (SortBy(column, True),)
