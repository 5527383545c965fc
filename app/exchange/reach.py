"""The phones, e-mails, addresses and links of a row, out of all the columns that hold some."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from typing import Any

from app.exchange.columns import Column, Marked, Reading
from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.parsed import NO_PARTS, Point
from app.exchange.table import Cell
from app.exchange.values.addresses import PARTS, build_address, join_street, read_postcode
from app.exchange.values.emails import read_emails
from app.exchange.values.labels import foreign_label, own_label
from app.exchange.values.phones import is_mobile, read_phones
from db.points import point_key

KINDS = ("phone", "email", "address", "link")
Rows = Sequence[Sequence[Cell]]
Points = tuple[Point, ...]
_PLACES = ("home", "work", "other")
_NO_POSTCODE = frozenset("([0123456789우")  # an address that begins so may carry one


class Reach:
    """Builds the points of a table's rows; `columns` are all it reads, for their marks."""

    def __init__(self, reading: Reading, mapping: Mapping) -> None:
        self._reading = reading
        self._labels = _label_columns(reading, mapping)
        self.columns: list[Column[Any]] = list(self._labels.values())
        self._lanes: list[Callable[[Rows], list[Points]]] = []
        self._first: list[tuple[int, Point]] = []  # (row, point) that a label marked with '* '
        for kind in KINDS:
            matches = [m for m in mapping.columns if m.target.split(".")[0] == kind]
            if kind == "address":
                for group in _groups(matches):
                    self._lanes.append(self._address_lane(group))
                continue
            for match in sorted(matches, key=lambda m: "primary" not in m.rules):
                self._lanes.append(self._lane(kind, match))

    def points(self, rows: Rows) -> list[list[Point]]:
        """Return the points of each row: phones, e-mails, addresses, links; the main one first.

        A number or an e-mail that a foreign file repeats in a row is taken once.
        """
        self._first = []
        lanes = [lane(rows) for lane in self._lanes]
        if not lanes:
            return [[] for _row in rows]
        points = [list(chain.from_iterable(cells)) for cells in zip(*lanes, strict=True)]
        for place, point in self._first:
            found = points[place]
            found.remove(point)
            before = KINDS[: KINDS.index(point[0])]
            found.insert(sum(other[0] in before for other in found), point)
        if not self._reading.own:
            for place, found in enumerate(points):
                if len(found) > 1 and len({p[3] or p[2] for p in found}) < len(found):
                    points[place] = _once(found)
        return points

    def _lane(self, kind: str, match: ColumnMatch) -> Callable[[Rows], list[Points]]:
        labels = self._labels.get(match.index)
        read = {"phone": self._phones, "email": self._emails, "link": self._links}[kind]
        column: Column[Points] = self._reading.column(match, read(_label(match)))
        self.columns.append(column)
        if labels is None:
            return column.values

        def labelled(rows: Rows) -> list[Points]:
            both = zip(column.values(rows), labels.values(rows), strict=True)
            return [
                self._relabelled(place, points, label) if points else ()
                for place, (points, label) in enumerate(both)
            ]

        return labelled

    def _relabelled(self, place: int, points: Points, found: tuple[str | None, bool]) -> Points:
        label, primary = found
        if label is not None:
            points = tuple(self._labelled(point, label) for point in points)
        if primary:
            self._first.append((place, points[0]))
        return points

    def _labelled(self, point: Point, label: str) -> Point:
        key = point_key(point[0], label, point[2], self._reading.country)
        return (point[0], label, point[2], key, *point[4:])

    def _phones(self, label: str | None) -> Callable[[Cell], Points | Marked]:
        country = self._reading.country
        if self._reading.own:
            return self._exact("phone", label)

        def read(cell: Cell) -> Points | Marked:
            points: Points = ()
            problem = ""
            for shown, key, odd in read_phones(cell, country):
                name = label or ("mobile" if country == "KR" and is_mobile(key) else None)
                matched = "" if label == "fax" else key
                points = (*points, ("phone", name, shown, matched, *NO_PARTS))
                problem = problem or odd
            return Marked(points, problem) if problem else points

        return read

    def _emails(self, label: str | None) -> Callable[[Cell], Points | Marked]:
        if self._reading.own:
            return self._exact("email", label)

        def read(cell: Cell) -> Points | Marked:
            points: Points = ()
            problem = ""
            for shown, key, odd in read_emails(cell):
                points = (*points, ("email", label, shown, key, *NO_PARTS))
                problem = problem or odd
            return Marked(points, problem) if problem else points

        return read

    def _links(self, label: str | None) -> Callable[[Cell], Points | Marked]:
        if self._reading.own:
            return self._exact("link", label)

        def read(cell: Cell) -> Points | Marked:
            text = self._reading.text(cell).replace(" ::: ", "\n")
            return tuple(
                ("link", label, link.strip(), "", *NO_PARTS)
                for link in text.split("\n")
                if link.strip()
            )

        return read

    def _exact(self, kind: str, label: str | None) -> Callable[[Cell], Points | Marked]:
        """Return a reader for our own files: one value a cell, as it stands there."""

        def read(cell: Cell) -> Points | Marked:
            value = self._reading.text(cell)
            if not value:
                return ()
            key = point_key(kind, label, value, self._reading.country)
            return ((kind, label, value, key, *NO_PARTS),)

        return read

    def _address_lane(self, group: list[ColumnMatch]) -> Callable[[Rows], list[Points]]:
        """Return a lane for the columns of one address; a label column may name it per row."""
        columns = [
            (_part(match), self._reading.column(match, self._part_reader(match))) for match in group
        ]
        self.columns += [column for _part, column in columns]
        labels = next((self._labels[m.index] for m in group if m.index in self._labels), None)
        label = _label(group[0])
        if labels is None and not self._reading.own and _is_simple([part for part, _ in columns]):
            return self._simple_address_lane(dict(columns), label)

        names = tuple(part for part, _column in columns)
        build: Callable[[tuple[str, ...]], Points] = partial(self._address, names, label=label)
        if self._reading.memory is not None:  # then the same ones are put together at every count
            build = self._reading.remembered(("address", names, label), partial(cache, build))

        def lane(rows: Rows) -> list[Points]:
            values = [column.values(rows) for _part, column in columns]
            found = list(map(build, zip(*values, strict=True)))
            if labels is None:
                return found
            both = zip(found, labels.values(rows), strict=True)
            return [
                self._relabelled(place, points, named) if points else ()
                for place, (points, named) in enumerate(both)
            ]

        return lane

    def _simple_address_lane(
        self, columns: dict[str, Column[str]], label: str | None
    ) -> Callable[[Rows], list[Points]]:
        """Return the lane for the usual case, a whole address and perhaps its postcode."""
        full, postcode = columns["full"], columns.get("postcode")

        def build(text: str, code: str) -> Points:
            if not text or text[0] in _NO_POSTCODE or "\n" in text or "  " in text:
                return self._address(("full", "postcode"), (text, code), label)
            return (("address", label, text, "", code or None, None, None, None, None, None),)

        def lane(rows: Rows) -> list[Points]:
            texts = full.values(rows)
            codes = postcode.values(rows) if postcode else [""] * len(texts)
            return list(map(build, texts, codes))

        return lane

    def _address(self, names: Sequence[str], cells: Sequence[str], label: str | None) -> Points:
        if not any(cells):
            return ()
        parts: dict[str, str] = {}
        for name, text in zip(names, cells, strict=True):
            if text and name in ("street", "detail"):
                parts[name] = join_street((parts.get(name, ""), text))
            elif text:
                parts.setdefault(name, text)
        if self._reading.own and "full" in parts:
            rest = (parts.get(name) for name in PARTS[1:])
            return (("address", label, parts["full"], "", *rest),)  # type: ignore[return-value]
        address = build_address(parts, self._reading.country)
        return (("address", label, address.shown, "", *address[1:]),) if address else ()

    def _part_reader(self, match: ColumnMatch) -> Callable[[Cell], str | Marked]:
        if _part(match) != "postcode" or self._reading.own:
            return self._reading.text

        def read(cell: Cell) -> str | Marked:
            text, problem = read_postcode(cell, self._reading.country)
            return Marked(text, problem) if problem else text

        return read


def _label_columns(
    reading: Reading, mapping: Mapping
) -> dict[int, Column[tuple[str | None, bool]]]:
    """Return the label columns by the index of the column whose values they name."""

    def read(cell: Cell) -> tuple[str | None, bool]:
        text = reading.text(cell)
        return (own_label(text), False) if reading.own else foreign_label(text)

    return {
        int(match.target.partition(":")[2]): reading.column(match, read)
        for match in mapping.columns
        if match.target.startswith("label:")
    }


def _label(match: ColumnMatch) -> str | None:
    """Return the label a column gives all its values: of 'phone.fax' fax, 'as=Pager' Pager."""
    named = match.target.split(".")[1:2]
    if match.target.startswith("address") and named and named[0] not in _PLACES:
        named = []
    return match.rules.get("as") or (named[0] if named else None)


def _part(match: ColumnMatch) -> str:
    last = match.target.rpartition(".")[2]
    return last if last in PARTS else "full"


def _groups(matches: Sequence[ColumnMatch]) -> Iterator[list[ColumnMatch]]:
    """Yield the columns of one address after another."""
    groups: dict[tuple[str | None, str], list[ColumnMatch]] = {}
    for match in matches:
        groups.setdefault((_label(match), match.rules.get("group", "")), []).append(match)
    yield from groups.values()


def _is_simple(parts: Sequence[str]) -> bool:
    return "full" in parts and len(set(parts)) == len(parts) and set(parts) <= {"full", "postcode"}


def _once(points: Sequence[Point]) -> list[Point]:
    """Return the points without those whose key, or text where there is none, came before."""
    kept: dict[tuple[str, str], Point] = {}
    for point in points:
        kept.setdefault((point[0], point[3] or point[2]), point)
    return list(kept.values())
