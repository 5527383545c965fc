"""Public data that no package ships, read where somebody hands the files over (`--data FOLDER`).

Leads.csv: X Education, 9,240 leads, answered or not. sales_pipeline.csv: the CRM of Maven
Analytics, 8,800 deals of 2016 and 2017. Both are known by their SHA-256, so that figures are those
of the same data as the study's; any other file of that shape is reckoned, and said to be another.
"""

from __future__ import annotations

import csv
import hashlib
from datetime import date
from pathlib import Path

from tests.insight.books import Known
from tests.insight.pipelines import Deal

LEADS, DEALS = "Leads.csv", "sales_pipeline.csv"
SUMS = {LEADS: "4031a254", DEALS: "4362896c"}  # beginnings, as the study names them
CATEGORIES = (
    "Lead Origin", "Lead Source", "Do Not Email", "Do Not Call", "Country", "Specialization",
    "How did you hear about X Education", "What is your current occupation",
    "What matters most to you in choosing a course", "Through Recommendations", "City",
    "A free copy of Mastering The Interview",
)  # fmt: skip
"""What is known of a lead when it comes; `Tags` and the like are filled in after the outcome."""
IN_PARTS = {"TotalVisits": 2, "Total Time Spent on Website": 200, "Page Views Per Visit": 1}
LEAST_AUC = 0.845  # .85 as it is printed


def whose(file: Path) -> str:
    """Return whether a file is the one the study had, in words."""
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    return "the study's" if found.startswith(SUMS[file.name]) else "another file"


def handed_leads(file: Path) -> list[Known]:
    """Return what was known of each lead when it came, and whether it became a customer."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        return [
            (
                {name: row[name] for name in CATEGORIES if row.get(name)}
                | {
                    name: str(int(float(row[name]) // part))
                    for name, part in IN_PARTS.items()
                    if row.get(name)
                },
                row["Converted"] == "1",
            )
            for row in csv.DictReader(text)
        ]


def handed_deals(file: Path) -> list[Deal]:
    """Return the deals that have a first day; those that were only thought of have none."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        return [
            Deal(
                product=row["product"],
                began=date.fromisoformat(row["engage_date"]),
                ended=date.fromisoformat(row["close_date"]) if row["close_date"] else None,
                won=row["deal_stage"] == "Won",
                value=float(row["close_value"] or 0),
            )
            for row in csv.DictReader(text)
            if row["engage_date"]
        ]
