"""What is wrong with a contact, and what is proposed, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.shapes.quality import Repair

translate = QCoreApplication.translate


def question(repair: Repair) -> str:
    """Return what is asked about a repair."""
    return {
        "phone_zero": translate("TidyRound", "The phone seems to have lost its first 0."),
        "email_typo": translate("TidyRound", "The mail address looks misspelt."),
        "number_in_name": translate("TidyRound", "A phone stands in the name."),
        "company_in_name": translate("TidyRound", "The company stands in the name."),
        "is_company": translate("TidyRound", "This looks like a company, not a person."),
        "duplicate": translate("TidyRound", "These two look like the same person."),
    }.get(repair.kind, "")


def proposal(repair: Repair) -> str:
    """Return what would stand there afterwards."""
    if repair.kind == "is_company":
        return translate("TidyRound", "{name} (company)").format(name=repair.after)
    if repair.phone:
        words = translate("TidyRound", "{name}, phone {phone}")
        return words.format(name=repair.after, phone=repair.phone)
    if repair.company:
        words = translate("TidyRound", "{name}, company {company}")
        return words.format(name=repair.after, company=repair.company)
    return repair.after
