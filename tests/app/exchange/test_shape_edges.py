"""Where the header stands and which rows are customers, at the edges of each rule."""

import pytest

from app.exchange.shape import find_header, shape_grid
from app.exchange.table import Grid
from tests.app.exchange.conftest import knows


def grid(*rows, merged=(), first_line=1):
    return Grid(
        rows=[list(row) for row in rows],
        lines=list(range(first_line, first_line + len(rows))),
        merged=frozenset(merged),
    )


def shaped(*rows, line=None, **how):
    shape = shape_grid(grid(*rows, **how), line, knows)
    assert shape is not None
    return shape


def skipped(shape):
    return [(row.line, row.reason) for row in shape.skipped]


PEOPLE = [["김민지", "010-1234-5678", "가"], ["이서연", "010-2345-6789", "나"]]


@pytest.mark.parametrize(("depth", "line"), [(39, 40), (40, 0)])
def test_the_header_is_searched_in_forty_rows(depth, line):
    ahead = [["김", "나", "다"], ["이", "나", "다"]] * (depth // 2) + [["박", "나", "다"]] * (
        depth % 2
    )
    assert shaped(*ahead, ["이름", "전화", "등급"], *PEOPLE).header_line == line


def test_half_of_the_words_are_enough_and_less_is_not():
    assert find_header(grid(["이름", "뜻"], ["전화", "x"]), knows).index == 0
    third = grid(["이름", "뜻", "셋"], ["1", "2", "3"], ["1", "2", "3"])
    assert find_header(third, lambda cells: 0.4 * ("이름" in cells)).index == 0  # by its look


def test_two_rows_are_one_header_where_more_words_are_known_or_cells_are_merged():
    upper, lower = ["이름", "연락", "", "묶음"], ["", "휴대폰", "집", ""]
    rows = [["김", "010-1234-5678", "02-1", "가"]] * 2
    assert shaped(upper, lower, *rows).headers == ("이름", "휴대폰", "집", "묶음")
    odd = ["", "하나", "둘", ""]
    assert shaped(upper, odd, *rows).headers == ("이름", "연락", "", "묶음")
    assert shaped(upper, odd, *rows, merged=[0]).headers == (
        "이름", "연락 하나", "연락 둘", "묶음",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["이름", "", "묶음"], ["", "010-1234-5678", ""]),  # data below
        (["이름", "", "묶음"], ["", "", "휴대폰"]),  # a column without any name
        (["이름", "연락", "묶음"], ["", "휴대폰", ""]),  # no gap above
        (["이름", "", "묶음"], ["전화", "휴대폰", "집"]),  # no gap below
        (["이름", "", ""], ["", "휴대폰", "집"]),  # a lone word above
    ],
)
def test_two_rows_that_do_not_fit_into_each_other_are_not_joined(upper, lower):
    shape = shaped(upper, lower, ["김", "나", "다"], ["이", "라", "마"], line=1)
    assert shape.headers == tuple(upper)[: len(shape.headers)]
    assert shape.lines[0] == 2


@pytest.mark.parametrize(("line", "index"), [(3, 0), (4, 0), (5, 1), (7, 2), (9, 2)])
def test_a_line_within_a_row_means_that_row(line, index):
    made = Grid(rows=[["가", "나"], ["다", "라"], ["마", "바"]], lines=[3, 5, 7])
    if line in (3, 4, 5, 7):
        shape = shape_grid(made, line, knows)
        assert shape is not None
        assert shape.header_line == [3, 5, 7][index]
    else:
        assert shape_grid(made, line, knows) is None


@pytest.mark.parametrize("line", [1, 2, 8])
def test_a_line_before_or_behind_all_rows_is_none(line):
    made = Grid(rows=[["가", "나"], ["다", "라"]], lines=[3, 7])
    assert shape_grid(made, line, knows) is None


def test_rows_are_as_wide_as_the_header_and_what_is_wider_fails():
    shape = shaped(
        ["이름", "전화"], ["김", "010", "", None], ["이"],
        ["박", "011", "", "넷"], ["최", "012", "x"],
    )  # fmt: skip
    assert shape.rows == [["김", "010"], ["이", ""]]
    assert [(row.line, row.reason, row.cells) for row in shape.failed] == [
        (4, "too_many_cells", ("박", "011", "", "넷")),
        (5, "too_many_cells", ("최", "012", "x")),
    ]


def test_columns_nobody_named_or_filled_are_left_out():
    shape = shaped(["이름", "전화", "", ""], ["김", "010", "", ""], ["이", "011", "x", ""])
    assert shape.headers == ("이름", "전화", "")
    assert shape.rows == [["김", "010", ""], ["이", "011", "x"]]
    bare = shaped(["김", "", ""], ["이", "나", ""], line=0)
    assert bare.headers == ("A", "B")
    assert bare.rows == [["김", ""], ["이", "나"]]


@pytest.mark.parametrize(("behind", "reason"), [(2, "total"), (3, None)])
def test_a_total_without_figures_is_believed_near_the_end_only(behind, reason):
    rows = (
        [["김", "010-1234-5678", "가"]] * 5
        + [["합계", "", ""]]
        + [["이", "011-234-5678", "나"]] * behind
    )
    shape = shaped(["이름", "전화", "등급"], *rows, ["", "", ""])
    assert [why for _line, why in skipped(shape) if why == "total"] == ([reason] if reason else [])


def test_one_word_beside_three_figures_is_still_a_total():
    head = ["이름", "하나", "둘", "셋", "전화"]
    people = [["김", "가", "나", "다", "010-1234-5678"]] * 9
    totals = [["합계", "1", "2", "3", "명"], ["합계", "1", "2", "", "명"]]
    shape = shaped(head, *totals, *people)
    assert skipped(shape) == [(2, "total")]


def test_remarks_below_are_taken_from_the_end_upwards():
    shape = shaped(
        ["이름", "전화"], ["※ 하나", ""], ["김", "010-1234-5678"], ["※ 둘", ""], ["비고: 셋", ""],
    )  # fmt: skip
    assert skipped(shape) == [(4, "footnote"), (5, "footnote")]
    assert shape.lines == [2, 3]


def test_a_header_that_comes_again_is_skipped_and_a_row_below_is_not():
    first = ["김", "010-1234-5678"]
    shape = shaped(["이름", "전화"], first, ["이름", "전화"], ["이름", "010-1234-5678"])
    assert skipped(shape) == [(3, "repeated_header")]
    assert shape.lines == [2, 4]
