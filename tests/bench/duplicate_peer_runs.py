"""Finds duplicates with other programs, for `duplicate_peers`; runs under their own Python.

    python duplicate_peer_runs.py PEER ROWS.csv PAIRS.csv FOUND.csv

PEER is splink (with pairs of its own, set for speed), splink-equal, splink-words or recordlinkage.

ROWS holds what Dangol compares: texts already plain, the words of names and addresses also in
the order of the alphabet. PAIRS are the pairs Dangol compares, for those that do not choose pairs
of their own. FOUND gets the pairs that are thought to be one person; what it took is printed.
"""

from __future__ import annotations

import importlib
import json
import logging
import resource
import sys
import time
from typing import Any

TEXTS = (
    "name", "sorted_name", "first_word", "last_word", "phone", "email", "birthday", "address",
    "sorted_address", "company",
)  # fmt: skip
KEYS = (
    ("phone",), ("email",), ("sorted_name", "birthday"), ("name_5", "birthday"),
    ("name_end", "birthday"), ("name_5", "address_10"), ("name_end", "address_10"),
    ("name_5", "address_end"), ("birthday", "address_6"), ("birthday", "address_end_8"),
    ("name_4", "phone_end"), ("name_4", "phone_7"), ("name_3", "company"), ("address",),
    ("sorted_name", "phone_7"), ("sorted_name", "address_6"),
)  # fmt: skip
PARTS = {
    "name_3": ("name", slice(3)), "name_4": ("name", slice(4)), "name_5": ("name", slice(5)),
    "name_end": ("name", slice(-5, None)), "phone_7": ("phone", slice(7)),
    "phone_end": ("phone", slice(-4, None)), "address_6": ("address", slice(6)),
    "address_10": ("address", slice(10)), "address_end": ("address", slice(-12, None)),
    "address_end_8": ("address", slice(-8, None)),
}  # fmt: skip
SURE = 0.5
SEED = 1


def read(path: str) -> Any:
    """Return the rows as a pandas frame; what is blank is None."""
    pandas = importlib.import_module("pandas")
    return pandas.read_csv(path, dtype=dict.fromkeys(TEXTS, str))


def by_splink(rows: Any, pairs: Any | None, *, words: bool) -> Any:
    """Return the pairs Splink finds, among its own candidates (fast) or among given ones.

    `words`: compare the first and the last word of a name each by itself.
    """
    splink = importlib.import_module("splink")
    logging.getLogger("splink").setLevel(logging.ERROR)
    filled = [text for text in TEXTS if rows[text].notna().any()]
    for part, (text, cut) in PARTS.items():
        rows[part] = rows[text].str[cut]
    api = splink.DuckDBAPI()
    known = {*filled, *(part for part, (text, _cut) in PARTS.items() if text in filled)}
    settings = splink.SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="id",
        comparisons=_comparisons(filled, words=words, thorough=pairs is not None),
        blocking_rules_to_generate_predictions=[
            splink.block_on(*key) for key in KEYS if known.issuperset(key)
        ],
        retain_matching_columns=False, retain_intermediate_calculation_columns=False,
    )  # fmt: skip
    linker = splink.Linker(api.register(rows), settings, log_level=None)
    training = linker.training
    sure = [key for key in (("phone",), ("sorted_name", "birthday"), ("address",))
            if known.issuperset(key)]  # fmt: skip
    training.estimate_probability_two_random_records_match(
        [splink.block_on(*key) for key in sure[:2]], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e5, seed=SEED)
    for key in (*sure, ("sorted_name",)):
        training.estimate_parameters_using_expectation_maximisation(
            splink.block_on(*key), estimate_without_term_frequencies=True, max_pairs=1e6
        )
    if pairs is not None:
        given = pairs.rename(columns={"a": "join_key_l", "b": "join_key_r"}).assign(match_key="0")
        linker.table_management.register_blocked_pairs_for_predict(api.register(given))
    found = linker.inference.predict(threshold_match_probability=SURE).as_pandas_dataframe()
    return found[["id_l", "id_r"]]


def _comparisons(filled: list[str], *, words: bool, thorough: bool) -> list[Any]:
    levels = importlib.import_module("splink.comparison_level_library")
    library = importlib.import_module("splink.comparison_library")

    def steps(text: str, exact: str, *conditions: str, rare: bool = False) -> Any:
        first = levels.ExactMatchLevel(exact, term_frequency_adjustments=rare)
        others = [levels.CustomLevel(condition) for condition in conditions]
        every = [levels.NullLevel(text), first, *others, levels.ElseLevel()]
        return library.CustomComparison(every, text)

    either = "greatest(jaro_winkler_similarity(name_l, name_r),"
    either += " jaro_winkler_similarity(sorted_name_l, sorted_name_r))"
    a_word = "(first_word_l = first_word_r or last_word_l = last_word_r)"
    whole = (*(f"{either} >= {least}" for least in (0.95, 0.9, 0.83)), a_word)
    names = [steps("name", "sorted_name", *whole, rare=True)]
    if words:
        names = [
            steps(
                one, one, f"{one}_l = {other}_r",
                *(f"jaro_winkler_similarity({one}_l, {one}_r) >= {least}" for least in (0.9, 0.8)),
                rare=True,
            )
            for one, other in (("first_word", "last_word"), ("last_word", "first_word"))
        ]  # fmt: skip
    near = [
        f"(1 - levenshtein({text}_l, {text}_r) / greatest(length({text}_l), length({text}_r)))"
        for text in ("address", "sorted_address")
    ]
    alike = f"greatest({near[0]}, {near[1]})"
    least_alike: tuple[float, ...] = (0.9, 0.8, 0.7, 0.6, 0.5)
    if not thorough:
        alike = "jaro_winkler_similarity(sorted_address_l, sorted_address_r)"
        least_alike = (0.95, 0.9, 0.85)
    every = {
        "phone": library.DamerauLevenshteinAtThresholds("phone", [1]),
        "email": library.DamerauLevenshteinAtThresholds("email", [2]),
        "birthday": library.DamerauLevenshteinAtThresholds("birthday", [1]),
        "address": steps("address", "address", *(f"{alike} >= {least}" for least in least_alike)),
        "company": library.JaroWinklerAtThresholds("company", [0.9]),
    }
    return names + [comparison for text, comparison in every.items() if text in filled]


def by_recordlinkage(rows: Any, pairs: Any) -> Any:
    """Return the pairs that recordlinkage's ECM finds among given ones."""
    linkage, pandas = importlib.import_module("recordlinkage"), importlib.import_module("pandas")
    rows = rows.set_index("id")
    several = (rows["first_word"] != rows["last_word"]).any()
    compare = linkage.Compare()
    for text, measure, least in (
        *((word, "jarowinkler", 0.85) for word in ("first_word", "last_word") if several),
        *((word, "jarowinkler", 0.85) for word in ("name",) if not several),
        ("phone", "damerau_levenshtein", 0.85), ("email", "damerau_levenshtein", 0.85),
        ("birthday", "damerau_levenshtein", 0.9),
        ("sorted_address", "jarowinkler", 0.8), ("company", "jarowinkler", 0.9),
    ):  # fmt: skip
        if rows[text].notna().any():
            compare.string(text, text, method=measure, threshold=least, label=text)
    levels = compare.compute(pandas.MultiIndex.from_frame(pairs), rows)
    levels = levels.loc[:, levels.sum() > 0].astype(int)  # what nobody shares breaks its logarithm
    return linkage.ECMClassifier(atol=1e-6).fit_predict(levels).to_frame(index=False)


def main() -> None:
    """Run one of them and print what it took; reading the files is not counted."""
    peer, given, candidates, found = sys.argv[1:]
    rows = read(given)
    pandas = importlib.import_module("pandas")
    pairs = None if peer == "splink" else pandas.read_csv(candidates)
    importlib.import_module("splink" if peer.startswith("splink") else peer)
    clock, processor = time.perf_counter(), time.process_time()
    if peer == "recordlinkage":
        one = by_recordlinkage(rows, pairs)
    else:
        one = by_splink(rows, pairs, words=peer == "splink-words")
    took = time.perf_counter() - clock, time.process_time() - processor
    one.to_csv(found, index=False, header=["a", "b"])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": took[0], "cpu_seconds": took[1], "peak_mb": memory}))


if __name__ == "__main__":
    main()
