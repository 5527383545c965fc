"""Ids that nobody is given twice, and ids that mean the same on every PC."""

import random
from datetime import timedelta

from db.ids import LARGEST, IdSource, meaning_id
from tests.conftest import NOW, TickingClock


class Never(random.Random):
    """Chance that always falls on nought."""

    def getrandbits(self, _count: int, /) -> int:
        return 0


def test_what_was_reserved_is_given_to_nobody_else():
    ids = IdSource(lambda: NOW, Never())
    first = ids.reserve(10)
    assert (ids.next(), ids.reserve(3), ids.next()) == (first + 10, first + 11, first + 14)


def test_later_ids_are_larger_also_when_the_clock_goes_back():
    clock = TickingClock()
    ids = IdSource(clock, random.Random(1))
    made = []
    for hours in (0, 0, 1, -48, -500_000, 3):
        clock.now = NOW + timedelta(hours=hours)
        made += [ids.next(), ids.reserve(1000)]
    assert made == sorted(set(made))
    assert 0 < made[0] <= made[-1] <= LARGEST


def test_an_id_made_of_a_meaning_is_one_for_the_same_and_another_for_all_else():
    meant = [("tag", "vip"), ("tagvip",), ("tag", "vip", ""), ("vip", "tag"), (1, 2), (12,), (0,)]
    made = [meaning_id(*parts) for parts in meant]
    assert len(set(made)) == len(meant)
    assert all(0 < one <= LARGEST for one in made)
    assert meaning_id(1, 2) == meaning_id("1", "2") == 2892822361293593030  # in every file there is
