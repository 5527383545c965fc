"""What lifetimes says of the CDNOW customers; run by a Python that has it, never imported.

python peer_runs.py FOLDER ROUNDS SPANS (JSON: of each set two days) writes FOLDER/<set>.npz and
prints one JSON object.
"""

import importlib
import json
import sys
import time
import warnings
from pathlib import Path
from statistics import median

WEEKS = 7.0


def main() -> None:
    """Fit and predict for each log in the folder."""
    warnings.simplefilter("ignore")
    folder, rounds, spans = Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
    told = {name: one(folder / f"{name}.csv", rounds, *span) for name, span in spans.items()}
    print(json.dumps({"papers": papers(), **told}))


def papers() -> dict[str, object]:
    """Return what the customers of the papers give, log-likelihoods without any prior too."""
    numpy, lifetimes = importlib.import_module("numpy"), importlib.import_module("lifetimes")
    datasets = importlib.import_module("lifetimes.datasets")
    table = datasets.load_cdnow_summary_data_with_monetary_value()
    history = [table[name].to_numpy() for name in ("frequency", "recency", "T")]
    again = table["frequency"] > 0
    spent = [table[name][again].to_numpy() for name in ("frequency", "monetary_value")]
    told: dict[str, object] = {}
    for name, fitter, columns in (
        ("bgnbd", lifetimes.BetaGeoFitter, history),
        ("mbgnbd", lifetimes.ModifiedBetaGeoFitter, history),
        ("gammagamma", lifetimes.GammaGammaFitter, spent),
    ):
        found = fitter().fit(*columns).params_
        count = len(columns[0])
        # Its own attribute is a mean, in another unit of time and with the penalty.
        mean = fitter._negative_log_likelihood(
            numpy.log(found.to_numpy()), *columns, numpy.ones(count), 0
        )
        told[name] = {**found.to_dict(), "log_likelihood": float(-mean * count)}
    return told


def one(path: Path, rounds: int, cut: str, until: str) -> dict[str, object]:
    """Return parameters and times for one log of customer, date and amount."""
    numpy, pandas = importlib.import_module("numpy"), importlib.import_module("pandas")
    lifetimes = importlib.import_module("lifetimes")
    utils = importlib.import_module("lifetimes.utils")
    log = pandas.read_csv(path, dtype={"customer": str}, parse_dates=["date"])
    table = utils.summary_data_from_transaction_data(
        log, "customer", "date", monetary_value_col="amount", observation_period_end=cut, freq="D"
    ).sort_index()
    x, last, age = (table[n].to_numpy() for n in ("frequency", "recency", "T"))
    last, age = last / WEEKS, age / WEEKS
    ahead = (pandas.Timestamp(until) - pandas.Timestamp(cut)).days / WEEKS
    told: dict[str, object] = {"customers": len(table)}
    columns = {"x": x, "last": last, "age": age, "mean": table["monetary_value"].to_numpy()}
    for name, fitter in (
        ("bgnbd", lifetimes.BetaGeoFitter), ("mbgnbd", lifetimes.ModifiedBetaGeoFitter),
        ("pareto", lifetimes.ParetoNBDFitter),
    ):  # fmt: skip
        times = []
        for _round in range(1 if name == "pareto" else rounds):
            began = time.perf_counter()
            fitted = fitter().fit(x, last, age)
            times.append(time.perf_counter() - began)
        told[name] = {"parameters": fitted.params_.to_dict(), "seconds": median(times)}
        columns[f"{name}_expected"] = numpy.asarray(
            fitted.conditional_expected_number_of_purchases_up_to_time(ahead, x, last, age)
        )
        columns[f"{name}_alive"] = numpy.asarray(fitted.conditional_probability_alive(x, last, age))
    numpy.savez(path.with_suffix(".npz"), **columns)
    if log["amount"].nunique() == 1:
        return told  # a log without amounts
    again = table[(x > 0) & (table["monetary_value"] > 0)]
    began = time.perf_counter()
    spent = lifetimes.GammaGammaFitter().fit(again["frequency"], again["monetary_value"])
    told["gammagamma"] = {
        "parameters": spent.params_.to_dict(), "seconds": time.perf_counter() - began
    }  # fmt: skip
    return told


if __name__ == "__main__":
    main()
