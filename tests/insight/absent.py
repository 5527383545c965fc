"""Public data that the study before Dangol used and that cannot be had here, and why.

The first two are reckoned as soon as somebody hands the files over (handed.py).
"""

from __future__ import annotations

ABSENT = (
    ("lead score, AUC .85", "X Education, 9,240 leads",
     "in no package (`--data`); instead a book club and a bank, as a peer scores them"),
    ("pipeline, mean error ≤ .45 on four dates", "Maven CRM, 8,800 deals",
     "in no package (`--data`), its licence not clear; instead deals made by a rule"),
    ("holdout, churn, dates, value", "grocery (BTYDplus), apparel (CLVTools)",
     "in packages of R alone, under the GPL"),
    ("holdout, churn, dates, value", "Online Retail, 541,909 lines",
     "in no package; a file of R in a repository"),
    ("holdout, churn", "completejourney, 2,212 households",
     "its package keeps them as Parquet, for which 100 MB more would be needed"),
    ("what a campaign brought", "Hillstrom, 64,000 customers", "in no package; no licence is told"),
)  # fmt: skip
"""Of each row of the study: what it tells, the data, why they are not here."""


def absent_lines() -> list[str]:
    """Return them as a table."""
    lines = ["| figure | data | not to be had |", "| --- | --- | --- |"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in ABSENT)]
