"""What statsmodels and scikit-learn make of the same; run by a Python that has them.

python model_peers.py months|leads reads one JSON object and prints one.
"""

import importlib
import json
import sys
import time
import warnings


def main() -> None:
    """Do the task that is named."""
    warnings.simplefilter("ignore")
    given = json.load(sys.stdin)
    print(json.dumps({"months": months, "leads": leads}[sys.argv[1]](given)))


def months(given: dict[str, list[list[float]]]) -> dict[str, object]:
    """Return the twelve months after each beginning of a series, by Holt-Winters; seconds too."""
    smoothing = importlib.import_module("statsmodels.tsa.holtwinters").ExponentialSmoothing
    began = time.perf_counter()
    told: dict[str, object] = {
        name: [
            list(
                smoothing(
                    one, trend="add", damped_trend=True, seasonal="mul", seasonal_periods=12
                ).fit().forecast(12)
            )
            for one in beginnings
        ]
        for name, beginnings in given.items()
    }  # fmt: skip
    return told | {"seconds": [time.perf_counter() - began]}


def leads(given: dict[str, list[list[float]]]) -> dict[str, list[float]]:
    """Return the chances of the later rows, learnt from the earlier ones."""
    models = importlib.import_module("sklearn.linear_model")
    trees = importlib.import_module("sklearn.ensemble")
    told = {}
    for name, model in (
        ("plain", models.LogisticRegression(max_iter=1000)),
        ("trees", trees.HistGradientBoostingClassifier(random_state=1)),
    ):
        fitted = model.fit(given["known"], given["came"])
        told[name] = fitted.predict_proba(given["later"])[:, 1].tolist()
    return told


if __name__ == "__main__":
    main()
