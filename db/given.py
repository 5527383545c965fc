"""Ids handed to a query as one value: as values of their own, each would cost at every call."""

import json
from collections.abc import Iterable

from sqlalchemy import ScalarSelect, func, select, text


def given(ids: Iterable[int]) -> ScalarSelect[int]:
    """Return what `column.in_(…)` takes for these ids."""
    values: ScalarSelect[int] = (
        select(text("value")).select_from(func.json_each(json.dumps(list(ids)))).scalar_subquery()
    )
    return values
