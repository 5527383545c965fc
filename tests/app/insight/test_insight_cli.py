"""dangol-cli insight reads files as people have them and writes what other programs can read."""

import csv
import json
import math
from datetime import date, timedelta

import numpy as np
import pytest
from click.testing import CliRunner

from tests.app.insight.shops import TODAY, purchases_of, simulated
from tests.files import write_csv, write_xlsx

AS_OF = date.fromordinal(TODAY).isoformat()


def run(*words, exits=0):
    from app.cli import main

    result = CliRunner().invoke(main, ["insight", *map(str, words)])
    assert result.exit_code == exits, result.output
    return result.output


def told(*words, exits=0):
    return json.loads(run(*words, "--json", exits=exits))


def table(out):
    with out.open(encoding="utf-8-sig", newline="") as file:
        return {row["customer"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def shop():
    return simulated(customers=250, seed=6)


def rows_of(shop, day="{:%Y-%m-%d}", amount="{}"):
    who, days, amounts = shop
    return [
        (f"C{one:03}", day.format(date.fromordinal(when)), amount.format(much))
        for one, when, much in zip(who.tolist(), days.tolist(), amounts.tolist(), strict=True)
    ]


@pytest.fixture
def summary(shop, tmp_path):
    bought = purchases_of(*shop)
    columns = bought.x.tolist(), bought.until_last.tolist(), bought.age.tolist()
    return [("ID", "frequency", "recency", "T"), *zip(range(250), *columns, strict=True)]


@pytest.mark.parametrize("model", ["bgnbd", "mbgnbd"])
def test_a_fit_prints_four_parameters_and_the_whole_likelihood(summary, tmp_path, model):
    found = told("fit", "--summary", write_csv(tmp_path / "s.csv", summary), "--model", model)
    assert list(found["parameters"]) == ["r", "alpha", "a", "b"]
    assert found["log_likelihood"] < -1_000
    assert found["customers"] == 250
    assert found["converged"]
    said = run("fit", "--summary", tmp_path / "s.csv", "--model", model)
    assert f"r {found['parameters']['r']:.4f}" in said


@pytest.mark.parametrize(
    "headers",
    [("ID", "x", "t_x", "T"), ("CustomerID", "Frequency", "Recency", "Age"),
     ("고객", "빈도", "최근성", "T"), ("", "x", "t.x", "T.cal"), ("id", "a", "b", "c"),
     ("x", "x", "t", "T")],
)  # fmt: skip
def test_headers_are_read_as_people_write_them(summary, tmp_path, headers):
    usual = told("fit", "--summary", write_csv(tmp_path / "a.csv", summary))
    other = [headers, *summary[1:]] if headers[0] != "x" else [("n", *headers[1:]), *summary[1:]]
    assert told("fit", "--summary", write_csv(tmp_path / "b.csv", other)) == usual


def test_a_fit_reads_workbooks_and_columns_in_any_order(summary, tmp_path):
    usual = told("fit", "--summary", write_csv(tmp_path / "a.csv", summary))
    turned = [tuple(reversed(row)) for row in summary]
    assert told("fit", "--summary", write_xlsx(tmp_path / "b.xlsx", {"s": turned})) == usual


@pytest.mark.parametrize(
    ("row", "line"),
    [(("9", "1.5", "3", "9"), 2), (("9", "-1", "3", "9"), 2), (("9", "1", "12", "9"), 2),
     (("9", "0", "3", "9"), 2), (("9", "1", "viel", "9"), 2), (("9", "1", "", "9"), 2)],
)  # fmt: skip
def test_a_row_that_sums_up_no_customer_is_refused_with_its_line(summary, tmp_path, row, line):
    odd = write_csv(tmp_path / "odd.csv", [summary[0], row, *summary[1:]])
    refused = told("fit", "--summary", odd, exits=1)
    assert refused["error"] == "no_customer_sum"
    assert f"{line}" in refused["message"]


def test_a_table_without_such_columns_is_refused_by_their_names(shop, tmp_path):
    orders = write_csv(tmp_path / "o.csv", [("who", "date", "amount"), *rows_of(shop)])
    refused = told("fit", "--summary", orders, exits=1)
    assert refused["error"] == "no_such_column"
    assert "frequency" in refused["message"]


def test_nobody_came_twice_and_still_a_fit_ends(tmp_path):
    once = [("frequency", "recency", "T"), *[(0, 0, 10 + n) for n in range(40)]]
    for model in ("bgnbd", "mbgnbd"):
        found = told("fit", "--summary", write_csv(tmp_path / "o.csv", once), "--model", model)
        assert all(math.isfinite(one) for one in found["parameters"].values())
        assert math.isfinite(found["log_likelihood"])


def test_the_table_has_every_score_of_every_customer(shop, tmp_path):
    orders = write_csv(tmp_path / "o.csv", [("customer", "date", "amount"), *rows_of(shop)])
    out = tmp_path / "scores.csv"
    said = told("table", "--orders", orders, "--as-of", AS_OF, "--out", out, "--language", "en")
    assert (said["written"], said["basis"], said["rfm_steps"]) == (250, "fitted", 5)
    assert not out.read_bytes().startswith(b"\xef\xbb\xbf")
    bought, scores = purchases_of(*shop), table(out)
    assert len(scores) == 250
    for customer, row in scores.items():
        at = int(customer[1:])
        assert int(row["purchases"]) == bought.count[at]
        assert float(row["spent"]) == pytest.approx(bought.spent[at], abs=0.006)
        assert int(row["silent_days"]) == bought.silent[at]
        assert float(row["alive"]) + float(row["churn"]) == pytest.approx(1)
        expected = [float(row[f"expected_{days}"]) for days in (30, 90, 365)]
        assert expected == sorted(expected)
        assert float(row["value_low_90"]) <= float(row["value_90"]) <= float(row["value_high_90"])
        assert not row["next_date"] or row["next_date"] > AS_OF
        assert {row["r"], row["f"], row["m"]} <= set("12345")
        assert row["tier"] in (
            "vip",
            "regular",
            "occasional",
            "new",
            "at_risk",
            "slipping",
            "lapsed",
        )
        assert row["why"]


def test_the_reasons_are_korean_where_asked_and_excel_reads_them(shop, tmp_path):
    orders = write_csv(tmp_path / "o.csv", [("고객", "구매일", "금액"), *rows_of(shop)])
    out = tmp_path / "scores.csv"
    run("table", "--orders", orders, "--as-of", AS_OF, "--out", out, "--language", "ko")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert all(row["why"].endswith("요.") for row in table(out).values())


@pytest.mark.parametrize(
    ("day", "amount"),
    [("{:%Y%m%d}", "{}"), ("{:%d.%m.%Y}", "{}"), ("{:%Y-%m-%d} 14:05:09", "₩{}"),
     ("{:%Y. %m. %d.}", "{:,.2f}"), ("{:%d/%m/%Y}", "{:.2f}원")],
)  # fmt: skip
def test_days_and_amounts_are_read_as_people_write_them(shop, tmp_path, day, amount):
    plain = write_csv(tmp_path / "a.csv", [("customer", "date", "amount"), *rows_of(shop)])
    header = ("CustomerID", "InvoiceDate", "Total")
    other = write_csv(tmp_path / "b.csv", [header, *rows_of(shop, day, amount)])
    for file, out in ((plain, "1.csv"), (other, "2.csv")):
        run("table", "--orders", file, "--as-of", AS_OF, "--out", tmp_path / out)
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()


def test_the_last_day_of_the_file_is_today_where_none_is_told(shop, tmp_path):
    rows = [("customer", "date", "amount"), *rows_of(shop)]
    orders = write_xlsx(tmp_path / "o.xlsx", {"s": rows})
    said = told("table", "--orders", orders, "--out", tmp_path / "out.csv")
    assert said["as_of"] == date.fromordinal(int(shop[1].max())).isoformat()


def test_rows_after_the_day_are_counted_and_not_read(shop, tmp_path):
    before = date.fromordinal(TODAY - 100).isoformat()
    some = [("customer", "date", "amount"), *(r for r in rows_of(shop) if r[1] <= before)]
    for name, rows in (("all", [some[0], *rows_of(shop)]), ("some", some)):
        file = write_csv(tmp_path / f"{name}.csv", rows)
        said = told(
            "table", "--orders", file, "--as-of", before, "--out", tmp_path / f"{name}_o.csv"
        )
        assert said["later"] == (len(shop[0]) - len(some) + 1 if name == "all" else 0)
    everybody, known = table(tmp_path / "all_o.csv"), table(tmp_path / "some_o.csv")
    for customer, row in known.items():
        assert everybody[customer] == row
    strangers = [row for customer, row in everybody.items() if customer not in known]
    assert {row["tier"] for row in strangers} == {"not_yet"}


def test_rows_that_cannot_be_read_are_named_by_their_lines(shop, tmp_path):
    odd = [("", AS_OF, "5"), ("C001", "bald", "5"), ("C001", AS_OF, "viel")]
    file = write_csv(tmp_path / "o.csv", [("customer", "date", "amount"), *odd, *rows_of(shop)])
    said = told("table", "--orders", file, "--as-of", AS_OF, "--out", tmp_path / "out.csv")
    assert [(one["line"], one["reason"]) for one in said["failed"]] == [
        (2, "no_name_or_phone"), (3, "not_a_date"), (4, "not_money")
    ]  # fmt: skip


def test_a_shop_of_one_customer_has_counts_and_no_chances(tmp_path):
    days = [date.fromordinal(TODAY) - timedelta(30 * n) for n in range(4)]
    rows = [("customer", "date", "amount"), *(("김민지", str(day), "5000") for day in days)]
    out = tmp_path / "out.csv"
    said = told("table", "--orders", write_csv(tmp_path / "o.csv", rows), "--out", out)
    assert (said["basis"], said["rfm_steps"], said["model"]) == ("none", 0, None)
    row = table(out)["김민지"]
    assert (row["purchases"], row["spent"], row["rhythm"]) == ("4", "20000.00", "on_time")
    assert row["alive"] == row["expected_90"] == row["next_date"] == row["f"] == ""


def test_another_horizon_and_a_margin_are_taken(shop, tmp_path):
    file = write_csv(tmp_path / "o.csv", [("customer", "date", "amount"), *rows_of(shop)])
    out = tmp_path / "out.csv"
    run("table", "--orders", file, "--out", out, "--horizon", 273, "--margin", 0.5)
    half = table(out)
    run("table", "--orders", file, "--out", out)
    for customer, row in table(out).items():
        assert float(half[customer]["value_365"]) == pytest.approx(
            float(row["value_365"]) / 2, abs=0.011
        )
        assert float(half[customer]["expected_273"]) <= float(row["expected_365"])


def test_a_file_that_cannot_be_written_is_said(shop, tmp_path):
    file = write_csv(tmp_path / "o.csv", [("customer", "date", "amount"), *rows_of(shop)])
    refused = told("table", "--orders", file, "--out", tmp_path / "no" / "o.csv", exits=1)
    assert refused["error"] == "not_writable"


def test_order_ids_are_not_taken_for_customers(shop, tmp_path):
    rows = [(str(n), *row) for n, row in enumerate(rows_of(shop))]
    file = write_csv(tmp_path / "o.csv", [("id", "name", "date", "amount"), *rows])
    said = told("table", "--orders", file, "--out", tmp_path / "out.csv")
    assert said["written"] == len(np.unique(shop[0]))
