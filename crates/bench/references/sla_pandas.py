# pandas. Seconds of stops outside of agreed ones = seconds of both together less those of agreed ones.
import numpy as np
import pandas as pd

begun = time.process_time_ns()
MONTH_OF = np.array([month for month, _, _ in HOURS] + [len(MONTHS) - 1])
EDGES = np.array(MONTH_HOURS) * 3600
PREFIX, SLOPES = np.array(BEFORE), np.array(SLOPE)


def read(path):
    rows = pd.read_csv(path, usecols=["contract", "start", "end"])
    for name in ("start", "end"):
        rows[name] = (rows[name] - START).clip(0, LENGTH)
    return rows[rows.start < rows.end]


def union(rows):
    rows = rows.sort_values(["contract", "start"], ignore_index=True)
    reach = rows.groupby("contract").end.cummax().groupby(rows.contract).shift(fill_value=-1)
    number = (rows.start > reach).cumsum()
    return rows.groupby(number).agg(contract=("contract", "first"), start=("start", "first"), end=("end", "max"))


def measured(rows):
    """Seconds by contract and month, one column a band."""
    rows = union(rows)
    first, last = MONTH_OF[rows.start // 3600], MONTH_OF[(rows.end - 1) // 3600]
    rows = rows.loc[rows.index.repeat(last - first + 1)]
    months = np.repeat(first, last - first + 1) + rows.groupby(level=0).cumcount().to_numpy()
    start = np.maximum(rows.start.to_numpy(), EDGES[months])
    end = np.minimum(rows.end.to_numpy(), EDGES[months + 1])
    found = pd.DataFrame({"contract": rows.contract.to_numpy(), "month": months})
    for band in (0, 1):
        at = [PREFIX[band][t // 3600] + SLOPES[band][t // 3600] * (t % 3600) for t in (start, end)]
        found[band] = at[1] - at[0]
    return found.groupby(["contract", "month"])[[0, 1]].sum()


stops, agreed = read(STOPS), read(EXCLUSIONS)
contracts = np.union1d(stops.contract, agreed.contract)
index = pd.MultiIndex.from_product([contracts, range(len(MONTHS))], names=["contract", "month"])
out = measured(agreed).reindex(index, fill_value=0)
both = measured(pd.concat([stops, agreed])).reindex(index, fill_value=0)
parts = []
for band in (0, 1):
    base = np.tile([month[band] for month in BASE], len(contracts))
    service = base - out[band].to_numpy()
    stop = both[band].to_numpy() - out[band].to_numpy()
    parts.append(pd.DataFrame({
        "contract": index.get_level_values(0), "month": index.get_level_values(1), "band": band,
        "service_seconds": service, "stop_seconds": stop, "numerator": service - stop, "denominator": service,
        "met": np.where((service - stop) * WHOLE >= TARGETS[band] * service, "yes", "no")}))
table = pd.concat(parts).sort_values(["contract", "month", "band"])
table["month"] = np.array(MONTHS)[table.month]
table["band"] = np.array(BAND_NAMES)[table.band]
table.to_csv(OUT, index=False)
done(begun)
