"""Which modules are changed, and the quick tests that should notice."""

from collections.abc import Mapping

_VALUES = "app/exchange/values"
_TESTS = "tests/app/exchange"
_CELLS = (
    f"{_TESTS}/test_texts_edges.py", f"{_TESTS}/test_values_texts.py", f"{_TESTS}/test_people.py",
)  # fmt: skip
_PHONES = (f"{_TESTS}/test_phones_edges.py", f"{_TESTS}/test_values_phones.py")
_DATES = (f"{_TESTS}/test_dates_edges.py", f"{_TESTS}/test_values_dates.py")
_LAYOUT = (f"{_TESTS}/test_mapping.py", f"{_TESTS}/test_presets.py")
_ALONE = "--noconftest"  # of rules that need no shop: it takes longer to load than they to test
_MONEY = "tests/app/test_paying_edges.py"
_CUSTOMERS = "tests/app/insight/test_customer_edges.py"
_FORECAST = "tests/app/test_forecast_edges.py"
_BOOK = ("tests/app/test_history.py", "tests/db/test_ledger.py")

SUBJECTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ledger": {
        "db/ledger.py": (
            "tests/db/test_ledger_edges.py", "tests/db/test_schema.py", "tests/db/test_ledger.py",
        ),
        "db/repositories/changes.py": (
            "tests/db/test_touched.py", "tests/app/test_redo_edges.py", *_BOOK,
            "tests/app/test_interactions.py",
        ),
    },
    "undo": {
        "db/undo.py": (
            "tests/db/test_undo_parents.py", "tests/db/test_undo_net.py",
            "tests/db/test_undo_many.py",
            *_BOOK,
        ),
    },
    "matching": {
        "db/repositories/import_matching.py": (
            "tests/app/test_matching_edges.py", "tests/app/test_import.py",
            "tests/app/test_import_plan.py",
        ),
        "db/keys.py": ("tests/db/test_keys_edges.py", "tests/db/test_keys.py"),
        "db/points.py": ("tests/db/test_points_edges.py",),
    },
    "parsing": {
        "db/hangul.py": ("tests/db/test_hangul_edges.py", "tests/db/test_hangul.py"),
        f"{_VALUES}/phones.py": _PHONES,
        f"{_VALUES}/dateforms.py": _DATES,
        f"{_VALUES}/dates.py": _DATES,
        f"{_VALUES}/money.py": (f"{_TESTS}/test_values_money.py",),
        f"{_VALUES}/names.py": _CELLS,
        f"{_VALUES}/emails.py": _PHONES,
        f"{_VALUES}/addresses.py": _CELLS,
        f"{_VALUES}/choices.py": _CELLS,
        f"{_VALUES}/labels.py": _CELLS,
        f"{_VALUES}/lists.py": _CELLS,
        f"{_VALUES}/texts.py": _CELLS,
        "app/exchange/birthdays.py": (
            f"{_TESTS}/test_birthdays_edges.py", f"{_TESTS}/test_people.py",
        ),
        "app/exchange/decoding.py": (
            f"{_TESTS}/test_decoding_edges.py", f"{_TESTS}/test_reading_text.py",
        ),
        "app/exchange/headers.py": (f"{_TESTS}/test_headers_edges.py", *_LAYOUT),
        "app/exchange/shape.py": (
            f"{_TESTS}/test_shape_edges.py", f"{_TESTS}/test_reading_shape.py",
        ),
    },
    "money": {
        "app/amounts.py": (
            f"{_MONEY}::test_a_sale_comes_to_a_million_millions_at_most",
            "tests/app/test_amounts.py", "tests/app/test_sales.py",
        ),
        "app/line_prices.py": (
            f"{_MONEY}::test_taxes_are_of_none_to_all_of_a_price",
            f"{_MONEY}::test_a_sale_comes_to_a_million_millions_at_most",
            "tests/app/test_sales.py::test_amounts_that_cannot_be_are_refused",
        ),
        "app/selling.py": (
            "tests/app/test_sales.py", _MONEY, "tests/app/test_sale_properties.py",
            "tests/app/test_sale_sums.py",
        ),
        "app/paying.py": (
            _MONEY, "tests/app/test_sales.py", "tests/app/test_several_payments.py",
            "tests/app/test_passes_and_points.py",
        ),
        "app/quoting.py": (
            "tests/app/test_quoting_edges.py", "tests/app/test_quotes.py",
            "tests/app/test_quote_paper.py",
        ),
        "app/points.py": (_MONEY, "tests/app/test_passes_and_points.py"),
    },
    "merge": {
        "db/repositories/merges.py": (
            "tests/app/test_merge_edges.py", "tests/app/test_merges.py",
            "tests/app/test_merge_cycles.py",
            "tests/app/test_demo.py"
            "::test_merging_people_of_the_sample_shop_touches_nobody_else",
        ),
    },
    "recurrence": {
        "app/repeating.py": ("tests/app/test_repeating.py", "tests/app/test_repeating_tasks.py"),
        "app/repeat_rules.py": (_ALONE, "tests/app/test_repeat_rule_edges.py"),
    },
    "scores": {
        "app/scoring/rules.py": (_ALONE, "tests/app/test_score_edges.py"),
        "app/scoring/learning.py": (_ALONE, "tests/app/test_score_edges.py"),
        "app/insight/rfm.py": (_ALONE, _CUSTOMERS),
        "app/insight/rhythm.py": (_ALONE, _CUSTOMERS),
        "app/insight/tiers.py": (_ALONE, _CUSTOMERS),
        "app/insight/leaving.py": ("tests/app/insight/test_leaving.py",),
    },
    "forecast": {
        "app/forecasting.py": (_ALONE, _FORECAST, "tests/app/test_forecasting.py"),
        "app/grading.py": (_ALONE, _FORECAST),
        "app/seasons.py": (_ALONE, _FORECAST),
        "app/goal_periods.py": (_ALONE, _FORECAST),
        "app/goal_progress.py": ("tests/app/test_goals.py",),
    },
}  # fmt: skip
