"""What a row's contact is called, and whether that is a person or a company."""

from collections.abc import Sequence

from app.exchange.columns import Column, Reading
from app.exchange.matches import Mapping
from app.exchange.remarks import Remarks, merged
from app.exchange.table import Cell
from app.exchange.values.names import is_cjk, join_name, names_company

Rows = Sequence[Sequence[Cell]]
Names = list[str | None]
_SHORT = 4  # letters: no company's legal form fits in without a bracket


class Naming:
    """Reads name, family_name, given_name, reading, company and kind of a table's rows."""

    def __init__(self, reading: Reading, mapping: Mapping) -> None:
        self._own = reading.own

        def columns(target: str, part: str | None = None) -> list[Column[str | None]]:
            return [
                reading.column(match, reading.name if target == "name" else reading.optional)
                for match in mapping.columns
                if match.target == target and (part is None or match.rules.get("part", "") == part)
            ]

        self._name = columns("name")
        self._family, self._given = columns("family_name"), columns("given_name")
        self._middle, self._suffix = columns("middle_name"), columns("suffix")
        self._company = columns("company")
        self._reading = {
            part: columns("reading", part) for part in ("", "family", "middle", "given")
        }
        self._kind = [
            reading.column(match, reading.choice("kind", "kind_unclear"))
            for match in mapping.columns
            if match.target == "kind"
        ]

    def read(self, rows: Rows, remarks: Remarks) -> dict[str, Names]:
        """Return the name scalars of each row; a name is None where the row has none.

        Family and given name make a whole name where there is none; a company alone is one.
        """
        name = merged(self._name, rows, remarks)
        found: dict[str, Names] = {
            "name": name,
            "family_name": merged(self._family, rows, remarks),
            "given_name": merged(self._given, rows, remarks),
            "company": merged(self._company, rows, remarks),
            "kind": merged(self._kind, rows, remarks),
            "reading": self._readings(rows, remarks),
        }
        if self._family or self._given or self._middle or self._suffix:
            self._compose(found, rows, remarks)
        self._companies(found)
        found["kind"] = [kind or "person" for kind in found["kind"]]
        return found

    def _readings(self, rows: Rows, remarks: Remarks) -> Names:
        whole = merged(self._reading[""], rows, remarks)
        parts = [
            merged(self._reading[part], rows, remarks) for part in ("family", "given", "middle")
        ]
        if not any(self._reading[part] for part in ("family", "given", "middle")):
            return whole
        return [
            reading or join_name(family or "", given or "", middle or "") or None
            for reading, family, given, middle in zip(whole, *parts, strict=True)
        ]

    def _compose(self, found: dict[str, Names], rows: Rows, remarks: Remarks) -> None:
        name, family, given = found["name"], found["family_name"], found["given_name"]
        middle = merged(self._middle, rows, remarks)
        suffix = merged(self._suffix, rows, remarks)
        for place, parts in enumerate(zip(family, given, middle, suffix, strict=True)):
            if not any(parts):
                continue
            last, first, second, title = (part or "" for part in parts)
            if not name[place]:
                name[place] = join_name(last, first, second, title) or None
            elif title and title not in str(name[place]):
                remarks.keep(place, self._suffix[0].match, title)
            if second:
                given[place] = f"{first} {second}".strip()
            if not self._own and not last and first and is_cjk(first):
                given[place] = None  # 김민지 in 'First name' alone is the whole name

    def _companies(self, found: dict[str, Names]) -> None:
        """Tell companies by their legal form, and rows that name nothing but a company."""
        name, company, kind = found["name"], found["company"], found["kind"]
        may_be_person = any("or_name" in column.match.rules for column in self._company)
        half = [a or b for a, b in zip(found["family_name"], found["given_name"], strict=True)]
        for place, called in enumerate(name):
            if not called and company[place]:
                name[place], company[place] = company[place], None
                if not may_be_person or names_company(str(name[place])):
                    kind[place] = kind[place] or "company"
            elif not called or self._own or half[place]:
                continue
            elif may_be_person and called == company[place]:
                company[place] = None
            elif not (self._kind or company[place]) and _is_company(called):
                kind[place] = "company"


def _is_company(name: str) -> bool:
    return (len(name) > _SHORT or "(" in name or "㈜" in name) and names_company(name)
