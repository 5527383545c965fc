"""What the builder of lists offers: fields in groups, what each may be asked, the values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.filter_words import field_name
from app.kinds import CHANNELS, DATE_KINDS, INTERACTIONS, PURPOSES, RELATIONS
from app.shapes.filter_fields import CUSTOM_OPS, KNOWN_VALUES, Ask, custom_id, ops_of
from app.shapes.filter_names import FilterNames
from app.shapes.filters import Condition

GROUPS: Mapping[str, tuple[str, ...]] = {
    "people": ("name", "kind", "tag", "company", "job_title", "department", "number", "nickname",
               "reading", "gender", "area", "likes", "dislikes", "note", "list"),
    "shop": ("stage", "stage_since", "role", "owner", "source", "do_not_contact", "opening_total",
             "opening_visits", "visits", "sales_total", "sales_average", "sales_year", "usual_gap",
             "owed", "passes_left", "points", "open_deals", "deal_value", "quality"),
    "insight": ("tier", "tier_since", "rhythm", "return_chance", "value_year", "stake",
                "next_visit"),
    "days": ("last_contact", "touch", "next_contact", "next_task", "birthday", "created",
             "first_seen", "last_visit", "first_sale", "last_sale", "last_won", "date:any",
             *(f"date:{kind}" for kind in DATE_KINDS)),
    "ways": ("phone", "email", "address", "link"),
    "relations": ("relation:any", *(f"relation:{kind}" for kind in RELATIONS),
                  *(f"relation:{kind}#back" for kind in
                    ("works_at", "member_of", "parent", "assistant", "referred"))),
    "counts": ("count:any", *(f"count:{kind}" for kind in INTERACTIONS), "count:note",
               "count:related"),
    "consents": tuple(f"consent:{p}:{c}" for p in PURPOSES for c in CHANNELS),
}  # fmt: skip
AHEAD = ("birthday", "date")  # fields whose days are those to come


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything there is to choose from, read once when the builder opens."""

    names: FilterNames = field(default_factory=FilterNames)
    tags: Sequence[str] = ()
    sources: Sequence[str] = ()
    lists: Mapping[int, str] = field(default_factory=dict)

    def groups(self) -> dict[str, tuple[str, ...]]:
        """Return the fields in groups; the shop's own last, those it no longer uses left out."""
        own = [f"custom:{i}" for i, row in self.names.fields.items() if not row.retired]
        return {**GROUPS, **({"customs": tuple(own)} if own else {})}

    def ops(self, field_key: str) -> dict[str, Ask]:
        """Return what a field may be asked."""
        own = custom_id(field_key)
        known = self.names.fields.get(own) if own is not None else None
        return dict(CUSTOM_OPS[known.kind] if known else ops_of(field_key))

    def name(self, field_key: str, language: str) -> str:
        """Return a field as it begins a line."""
        text = field_name(field_key, self.names, language)
        return text[:1].upper() + text[1:]

    def values(self, asked: Condition) -> Sequence[str | int] | None:
        """Return the values to choose from, None where they are typed."""
        if asked.field in KNOWN_VALUES:
            return KNOWN_VALUES[asked.field]
        own = custom_id(asked.field)
        if own is not None and asked.op in ("any_of", "all_of", "none_of"):
            known = self.names.fields.get(own)
            return [c.id for c in known.choices if not c.retired] if known else []
        offered: dict[str, Sequence[str | int]] = {
            "tag": list(self.tags), "source": list(self.sources), "list": list(self.lists),
            "owner": list(self.names.staff),
        }  # fmt: skip
        return offered.get(asked.field)


def op_key(field_key: str, op: str) -> str:
    """Return the key of the words of an op, which may differ by the field."""
    ahead = op == "within_days" and field_key.partition(":")[0] in AHEAD
    return f"filter.op.{op}#ahead" if ahead else f"filter.op.{op}"
