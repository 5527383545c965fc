"""Why a figure misses its target and what was tried: kept by hand, told where it does."""

from collections.abc import Iterable

TITLE = "## What missed its target\n"
REASONS = {
    "Search, p95 of 60 mixed queries, first page ranked, 1,000,000 contacts": (
        "of processor time it takes 6 to 8 ms from run to run, the rest is pages of a file of"
        " 1.4 GB and other programs. Slowest are two words (10 to 12 ms): to rank a thousand"
        " contacts, the rows of a thousand and more are read. Tried and kept: pieces of three"
        " digits among the grams (a name with three digits took 17 ms, now 9), an index of grams"
        " beside the trigrams, digits compared without their punctuation, names by their own"
        " index first and the rest only as far as it is missing, two words as one question where"
        " one table can answer it and as two rising streams where not, the driver's cursors"
        " instead of SQLAlchemy's rows, an index of one piece, texts read along with the ids where"
        " a first answer is enough. Tried, not kept: texts without the grams beside them (8 % less,"
        " for another table), the file mapped into memory (4 to 14 % less, but an ill disk would"
        " end the program). Left: a rank kept in the index, which every import and edit"
        " would pay for; fewer than a thousand ranked, which would change who comes first."
    ),
}


def missed(names: Iterable[str]) -> str:
    """Return the part that says why these figures miss their targets; '' if none does."""
    lines = [f"- **{name}**: {REASONS.get(name, 'not explained yet.')}\n" for name in names]
    return f"{TITLE}\n{''.join(lines)}\n" if lines else ""
