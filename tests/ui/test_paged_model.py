"""The model of the long lists: windows read when they are needed, few of them kept."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from ui.common.paged_model import KEPT, PAGE, Column, PagedModel
from ui.common.row_delegate import ROW_ROLE, RowLook, TextCell

MANY = 20_000


@dataclass(frozen=True)
class Thing:
    id: int
    name: str


class Shelf:
    """Things in memory that count how they are asked for."""

    def __init__(self, count):
        self.things = {number: Thing(number, f"{number:06}") for number in range(1, count + 1)}
        self.pages = []
        self.totals = []
        self.asked = []

    def count(self):
        return len(self.things)

    def page(self, sort, *, descending, offset, limit, total):
        self.pages.append(offset)
        self.totals.append(total)
        return self.ordered(sort, descending)[offset : offset + limit]

    def line_of(self, row_id, sort, *, descending):
        ids = [thing.id for thing in self.ordered(sort, descending)]
        return ids.index(row_id) if row_id in ids else None

    def ordered(self, sort, descending):
        return sorted(
            self.things.values(), key=lambda t: (getattr(t, sort), t.id), reverse=descending
        )

    def rows(self, ids):
        self.asked.append(list(ids))
        return {i: self.things[i] for i in ids if i in self.things}


class ThingModel(PagedModel):
    def look(self, row):
        return RowLook((TextCell(row.name),), sentence=row.name)


@pytest.fixture
def shelf():
    return Shelf(MANY)


@pytest.fixture
def model(qapp, shelf):
    model = ThingModel(shelf, "name")
    model.columns = (Column("name", "Name", "name"),)
    model.show_all()
    return model


def test_the_whole_length_is_known_before_any_row_is_read(model, shelf):
    assert model.rowCount() == MANY
    assert shelf.pages == []


def test_a_row_far_down_costs_one_page(model, shelf):
    assert model.index(MANY - 1, 0).data() == f"{MANY:06}"
    assert shelf.pages == [(MANY - 1) // PAGE * PAGE]
    assert shelf.totals == [MANY]  # so that the source may read it from the end


def test_no_more_pages_are_kept_than_a_person_can_look_at(model, shelf):
    for line in range(0, MANY, PAGE):
        model.index(line, 0).data()
    model.index(0, 0).data()
    assert shelf.pages.count(0) == 2
    assert len(model._pages) == KEPT


def test_found_rows_come_in_the_order_of_the_search(model, shelf):
    model.show_found([7, 3, 5])
    assert [model.index(line, 0).data() for line in range(3)] == ["000007", "000003", "000005"]
    assert shelf.asked == [[7, 3, 5]]
    assert model.is_best_first


def test_found_rows_may_come_in_the_order_of_a_column(model):
    model.show_found([3, 5], best_first=False)
    assert not model.is_best_first
    assert list(model.found) == [3, 5]
    model.show_all()
    assert list(model.found) == []


def test_found_rows_can_be_sorted_by_a_column(model):
    model.show_found([7, 3, 5])
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [model.id_at(line) for line in range(3)] == [7, 5, 3]
    assert not model.is_best_first


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("wanted", [1, 777, 12_345, MANY])
def test_the_line_of_a_row_is_found_without_reading_the_list(model, shelf, wanted, descending):
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    model.sort(0, order)
    assert model.line_of(wanted) == (MANY - wanted if descending else wanted - 1)
    assert len(shelf.pages) == 1


def test_a_row_that_came_after_the_list_was_counted_has_no_line_yet(model, shelf):
    assert model.line_of(MANY) == MANY - 1
    shelf.things[0] = Thing(0, "000000")
    model.reread()
    assert model.line_of(MANY) is None
    model.show_all()
    assert model.line_of(MANY) == MANY


def test_a_row_that_is_not_there_has_no_line(model):
    assert model.line_of(MANY + 5) is None
    model.show_found([1, 2])
    assert model.line_of(3) is None


def test_a_changed_row_is_read_again_where_it_stands(qtbot, model, shelf):
    model.index(4, 0).data()
    shelf.things[5] = Thing(5, "changed")
    with qtbot.waitSignal(model.dataChanged):
        model.refresh({5})
    assert model.index(4, 0).data() == "changed"
    assert shelf.pages == [0]


def test_a_row_gone_meanwhile_shows_as_a_waiting_row(model, shelf):
    model.show_found([5, 6])
    del shelf.things[6]
    assert model.index(1, 0).data(ROW_ROLE) is None
    assert model.index(0, 0).data(ROW_ROLE).sentence == "000005"


def test_each_row_reads_as_one_sentence(model):
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "000001"


def test_the_model_keeps_qts_rules(qtmodeltester, qapp):
    model = ThingModel(Shelf(5), "name")
    model.columns = (Column("name", "Name", "name"),)
    model.show_all()
    qtmodeltester.check(model)
