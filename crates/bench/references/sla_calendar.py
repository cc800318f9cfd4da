"""Stands before each reference of the figure `sla`: the calendar of the terms, hour by hour.

    python3 reference.py sla.toml outages.csv exclusions.csv out.csv     prints one line of JSON

Every boundary of these terms lies on a full hour, so one row an hour says all: its month, its band
(0 business, 1 other) and whether it is in a window agreed for all.
"""
import datetime as dt
import json
import resource
import sys
import time
import tomllib

TERMS, STOPS, EXCLUSIONS, OUT = sys.argv[1:5]
FIRST, LAST = dt.datetime(2025, 4, 1), dt.datetime(2026, 4, 1)
START = int((FIRST - dt.datetime(1970, 1, 1)).total_seconds()) - 9 * 3600
LENGTH = int((LAST - FIRST).total_seconds())
with open(TERMS, "rb") as file:
    terms = tomllib.load(file)
TARGETS = [terms["availability_business"], terms["availability_other"]]
assert terms["calendar"]["monday"] == "09:00-18:00" and terms["calendar"]["sunday"] == "none"
assert terms["calendar"]["agreed_windows"] == ["Sun 02:00-04:00"]
HOLIDAYS = set(terms["calendar"]["holidays"])
MONTHS, HOURS = [], []          # names of months; (month, band, agreed) of each hour
for hour in range(LENGTH // 3600):
    now = FIRST + dt.timedelta(hours=hour)
    if not MONTHS or MONTHS[-1] != now.strftime("%Y-%m"):
        MONTHS.append(now.strftime("%Y-%m"))
    business = now.weekday() < 5 and now.date() not in HOLIDAYS and 9 <= now.hour < 18
    HOURS.append((len(MONTHS) - 1, 0 if business else 1, now.weekday() == 6 and 2 <= now.hour < 4))
# Seconds of each month and band before each hour, agreed windows left out; and the whole.
MONTH_HOURS = [next(h for h, row in enumerate(HOURS) if row[0] == month) for month in range(len(MONTHS))]
MONTH_HOURS.append(len(HOURS))
BEFORE = [[0], [0]]             # by band: seconds before each hour
for month, band, agreed in HOURS:
    for other in (0, 1):
        BEFORE[other].append(BEFORE[other][-1] + (3600 if band == other and not agreed else 0))
BASE = [[BEFORE[band][MONTH_HOURS[m + 1]] - BEFORE[band][MONTH_HOURS[m]] for band in (0, 1)] for m in range(len(MONTHS))]
SLOPE = [[int(b == band and not agreed) for _, b, agreed in HOURS] + [0] for band in (0, 1)]
BAND_NAMES = ["business", "other"]
WHOLE = 1_000_000


def done(begun):
    print(json.dumps({"cpu_ns": time.process_time_ns() - begun,
                      "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
