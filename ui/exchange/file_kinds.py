"""What a file is of, people or sales, and what that changes in the steps of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.exchange.fields import FIELDS, Field, field_label
from app.exchange.sales_fields import SALE_FIELDS
from app.exchange.sales_mapping import has_amounts, has_days, knows_sales
from ui.common.kit import Kit
from ui.exchange.row_kinds import ADDED, DOUBTFUL, LEFT_OUT, PROBLEMS, SAME, UPDATED

if TYPE_CHECKING:
    from app.exchange.matches import Mapping
    from app.services.imports import Prepared

translate = QCoreApplication.translate

PEOPLE, SALES = "people", "sales"
KNOWN_WORDS = 1.0  # every word of a header row is known; beyond is that of a program


def is_of_sales(prepared: Prepared) -> bool:
    """Tell whether a file that was read as one of people is a known program's list of sales."""
    return knows_sales(prepared.source.headers) > KNOWN_WORDS


def reaches(kind: str, mapping: Mapping) -> bool:
    """Tell whether enough is matched for anything to come in."""
    if kind == SALES:
        return has_days(mapping) and has_amounts(mapping)
    return mapping.reaches_people


def fields_of(kind: str) -> dict[str, Field]:
    """Return what a column can become."""
    return SALE_FIELDS if kind == SALES else FIELDS


def label_of(target: str, language: str) -> str:
    """Return what a field is called, of people or of sales; '' for none of them."""
    sale = SALE_FIELDS.get(target)
    return field_label(target, language) or (sale.label(language) if sale else "")


def switch_words() -> dict[str, str]:
    """Return what the two kinds are called."""
    return {
        PEOPLE: translate("FileKinds", "Contacts"),
        SALES: translate("FileKinds", "Purchases"),
    }


def heading_words(kind: str) -> str:
    """Return what the steps of an import are called."""
    if kind == SALES:
        return translate("FileKinds", "Import purchases")
    return translate("PlanPage", "Import contacts")


def import_words(kind: str, count: int, kit: Kit) -> str:
    """Return what stands on the button that imports."""
    one, many = (
        (translate("FileKinds", "Import 1 sale"), translate("FileKinds", "Import {n} sales"))
        if kind == SALES
        else (
            translate("PlanPage", "Import 1 contact"),
            translate("PlanPage", "Import {n} contacts"),
        )
    )
    return kit.formats.count(count, one, many)


def needs_words(kind: str) -> str:
    """Return what is missing where nothing can come in."""
    if kind == SALES:
        return translate("FileKinds", "Choose the columns that hold the day and the amount.")
    return translate("PlanPage", "Choose the column that holds the name, a phone or an e-mail.")


def outcome_words(kind: str) -> dict[str, str]:
    """Return what the kinds of rows are called in the plan."""
    sales = kind == SALES
    return {
        ADDED: translate("FileKinds", "New sales")
        if sales
        else translate("OutcomePanel", "New contacts"),
        UPDATED: translate("FileKinds", "Update of sales you have")
        if sales
        else translate("OutcomePanel", "Update of contacts you have"),
        DOUBTFUL: translate("FileKinds", "Buyer not certain, you decide next")
        if sales
        else translate("OutcomePanel", "Possible duplicates, you decide next"),
        PROBLEMS: translate("OutcomePanel", "Rows with problems"),
        SAME: translate("OutcomePanel", "Nothing new in them"),
        LEFT_OUT: translate("OutcomePanel", "Left out"),
    }


def check_words(kind: str) -> dict[str, str]:
    """Return what the kinds of rows are called where they are looked at."""
    if kind == SALES:
        words = outcome_words(kind)
        return {**words, DOUBTFUL: translate("FileKinds", "Buyer not certain")}
    return {
        ADDED: translate("CheckView", "New contacts"),
        UPDATED: translate("CheckView", "Update of contacts you have"),
        DOUBTFUL: translate("CheckView", "Possible duplicates"),
        PROBLEMS: translate("CheckView", "Rows with problems"),
        SAME: translate("CheckView", "Nothing new in them"),
        LEFT_OUT: translate("CheckView", "Left out"),
    }


def came_words(kind: str, count: int, kit: Kit) -> str:
    """Return how many came in."""
    one, many = (
        (translate("FileKinds", "1 sale came in"), translate("FileKinds", "{n} sales came in"))
        if kind == SALES
        else (
            translate("ResultPage", "1 contact came in"),
            translate("ResultPage", "{n} contacts came in"),
        )
    )
    return kit.formats.count(count, one, many)


def result_words(kind: str) -> dict[str, str]:
    """Return what the outcomes of an import are called."""
    sales = kind == SALES
    return {
        "added": translate("FileKinds", "New sales")
        if sales
        else translate("ResultPage", "New contacts"),
        "updated": translate("FileKinds", "Updated sales")
        if sales
        else translate("ResultPage", "Updated contacts"),
        "same": translate("ResultPage", "Nothing new in them"),
        "skipped": translate("ResultPage", "Left out"),
        "failed": translate("ResultPage", "Could not be imported"),
    }
