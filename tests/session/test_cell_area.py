"""Where a block of cells goes."""

import pytest

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.cell_area import fill, landing, rectangle

ROWS = [0, 1, 2, 4, 5, 6]  # 3 is a heading
PLACES = [0, 2, 1, 5]  # moved and hidden


def chosen(rows, places):
    return dict.fromkeys(rows, places)


@pytest.mark.parametrize(
    ("height", "width", "rows", "places", "down", "right"),
    [(2, 2, [0], [0], [0, 1], [0, 2]), (2, 2, [2], [2], [2, 4], [2, 1]),
     (1, 1, [0, 1], [0], [0, 1], [0]), (2, 1, [0, 1, 2, 4], [0], [0, 1, 2, 4], [0]),
     (2, 1, [0, 1, 2], [0], [0, 1], [0]), (1, 3, [0, 1], [0], [0, 1], [0, 2, 1]),
     (1, 2, [0], [0, 2, 1, 5], [0], [0, 2, 1, 5]), (1, 2, [0], [0, 2, 1], [0], [0, 2])],
)  # fmt: skip
def test_a_block_begins_at_the_first_cell_and_fills_what_is_a_multiple_of_it(
    height, width, rows, places, down, right
):
    to = landing(height, width, chosen(rows, places), ROWS, PLACES)
    assert (list(to.area.rows), list(to.area.columns)) == (down, right)
    assert (to.rows_over, to.columns_over) == (0, 0)


def test_what_finds_no_room_is_counted():
    to = landing(4, 3, chosen([5], [1]), ROWS, PLACES)
    assert (list(to.area.rows), list(to.area.columns)) == ([5, 6], [1, 5])
    assert (to.rows_over, to.columns_over) == (2, 1)


def test_a_block_is_repeated_over_the_selection():
    to = landing(1, 2, chosen([0, 1], [0, 2, 1, 5]), ROWS, PLACES)
    assert list(to.cells([["a", "b"]]))[:5] == [
        (0, 0, "a"), (0, 2, "b"), (0, 1, "a"), (0, 5, "b"), (1, 0, "a"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "selected", [{0: [0], 1: [2]}, {0: [0, 1]}, {0: [0], 2: [0]}], ids=["corner", "gap", "rows"]
)
def test_a_block_goes_to_one_rectangle_only(selected):
    with pytest.raises(UserError, match="cells_apart"):
        landing(1, 2, selected, ROWS, PLACES)


def test_parts_that_share_their_columns_are_copied_as_one():
    area = rectangle({0: [0, 5], 4: [0, 5]})
    assert (area.rows, area.columns) == ((0, 4), (0, 5))
    with pytest.raises(UserError, match="cells_apart"):
        rectangle({0: [0], 1: [0, 2]})


def pairs(rows, places, *, is_down):
    return list(fill(chosen(rows, places), ROWS, PLACES, is_down=is_down))


def test_filling_takes_the_first_or_the_one_before():
    assert pairs([1, 2, 4], [2], is_down=True) == [((1, 2), (2, 2)), ((1, 2), (4, 2))]
    assert pairs([4], [2], is_down=True) == [((2, 2), (4, 2))]
    assert pairs([4], [2, 1], is_down=False) == [((4, 2), (4, 1))]
    assert pairs([4], [1], is_down=False) == [((4, 2), (4, 1))]
    assert pairs([0], [0], is_down=True) == pairs([0], [0], is_down=False) == []
