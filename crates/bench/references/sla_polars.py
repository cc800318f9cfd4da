# Polars. Seconds of stops outside of agreed ones = seconds of both together less those of agreed ones.
import polars as pl

begun = time.process_time_ns()
HOUR_TABLE = pl.LazyFrame({
    "hour": range(len(HOURS) + 1), "month": [month for month, _, _ in HOURS] + [len(MONTHS) - 1],
    "before0": BEFORE[0], "before1": BEFORE[1], "slope0": SLOPE[0], "slope1": SLOPE[1]}, schema_overrides={"hour": pl.Int64})
EDGES = pl.LazyFrame({"month": range(len(MONTHS)), "from": [h * 3600 for h in MONTH_HOURS[:-1]],
                      "to": [h * 3600 for h in MONTH_HOURS[1:]]})


def read(path):
    clipped = [(pl.col(name) - START).clip(0, LENGTH) for name in ("start", "end")]
    rows = pl.scan_csv(path).select("contract", *clipped)
    return rows.filter(pl.col("start") < pl.col("end"))


def union(rows):
    reach = pl.col("end").cum_max().shift(fill_value=-1).over("contract")
    rows = rows.sort("contract", "start").with_columns(number=(pl.col("start") > reach).cum_sum())
    return rows.group_by("contract", "number").agg(pl.col("start").min(), pl.col("end").max()).drop("number")


def before(name):
    hours = HOUR_TABLE.select(pl.col("hour").alias(f"hour_{name}"), *[
        pl.col(column).alias(f"{column}_{name}") for column in ("before0", "before1", "slope0", "slope1")])
    return hours, [(pl.col(f"before{band}_{name}") + pl.col(f"slope{band}_{name}") * (pl.col(name) % 3600)) for band in (0, 1)]


def measured(rows):
    """Seconds by contract and month, one column a band."""
    rows = union(rows)
    month = HOUR_TABLE.select("hour", "month")
    rows = (rows.with_columns(hour=pl.col("start") // 3600).join(month, on="hour").rename({"month": "first"}).drop("hour")
            .with_columns(hour=(pl.col("end") - 1) // 3600).join(month, on="hour").rename({"month": "last"})
            .with_columns(month=pl.int_ranges("first", pl.col("last") + 1)).explode("month")
            .join(EDGES, on="month")
            .with_columns(start=pl.max_horizontal("start", "from"), end=pl.min_horizontal("end", "to")))
    (starts, from_), (ends, to) = before("start"), before("end")
    rows = (rows.with_columns(hour_start=pl.col("start") // 3600, hour_end=pl.col("end") // 3600)
            .join(starts, on="hour_start").join(ends, on="hour_end"))
    return rows.group_by("contract", "month").agg(*[(to[band] - from_[band]).sum().alias(str(band)) for band in (0, 1)])


stops, agreed = read(STOPS), read(EXCLUSIONS)
contracts = pl.concat([stops.select("contract"), agreed.select("contract")]).unique()
grid = contracts.join(pl.LazyFrame({"month": range(len(MONTHS))}), how="cross").join(
    pl.LazyFrame({"band": [0, 1]}), how="cross")
base = pl.LazyFrame([(month, band, BASE[month][band], TARGETS[band], MONTHS[month], BAND_NAMES[band])
                     for month in range(len(MONTHS)) for band in (0, 1)], orient="row",
                    schema=["month", "band", "base", "target", "month_name", "band_name"])


def by_band(rows, name):
    return rows.unpivot(["0", "1"], index=["contract", "month"], variable_name="band", value_name=name).with_columns(
        pl.col("band").cast(pl.Int64))


table = (grid.join(base, on=["month", "band"])
         .join(by_band(measured(agreed), "out"), on=["contract", "month", "band"], how="left")
         .join(by_band(measured(pl.concat([stops, agreed])), "both"), on=["contract", "month", "band"], how="left")
         .with_columns(pl.col("out").fill_null(0), pl.col("both").fill_null(0))
         .with_columns(service_seconds=pl.col("base") - pl.col("out"), stop_seconds=pl.col("both") - pl.col("out"))
         .with_columns(numerator=pl.col("service_seconds") - pl.col("stop_seconds"), denominator="service_seconds")
         .with_columns(met=pl.when(pl.col("numerator") * WHOLE >= pl.col("target") * pl.col("denominator"))
                       .then(pl.lit("yes")).otherwise(pl.lit("no")))
         .sort("contract", "month", "band")
         .select("contract", pl.col("month_name").alias("month"), pl.col("band_name").alias("band"),
                 "service_seconds", "stop_seconds", "numerator", "denominator", "met"))
table.collect().write_csv(OUT)
done(begun)
