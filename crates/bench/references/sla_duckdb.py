# DuckDB. Seconds of stops outside of agreed ones = seconds of both together less those of agreed ones.
import duckdb

begun = time.process_time_ns()
base = duckdb.connect()
base.execute("create table hours(hour bigint, month integer, before0 bigint, before1 bigint, slope0 bigint, slope1 bigint)")
rows = [(hour, HOURS[min(hour, len(HOURS) - 1)][0], BEFORE[0][hour], BEFORE[1][hour], SLOPE[0][hour], SLOPE[1][hour])
        for hour in range(len(HOURS) + 1)]
values = ",".join(str(row) for row in rows)
base.execute(f"insert into hours values {values}")
base.execute("create table edges(month integer, month_name varchar, opens bigint, closes bigint)")
base.executemany("insert into edges values (?, ?, ?, ?)", [
    (month, MONTHS[month], MONTH_HOURS[month] * 3600, MONTH_HOURS[month + 1] * 3600) for month in range(len(MONTHS))])
base.execute("create table bases(month integer, band integer, band_name varchar, base bigint, target bigint)")
base.executemany("insert into bases values (?, ?, ?, ?, ?)", [
    (month, band, BAND_NAMES[band], BASE[month][band], TARGETS[band]) for month in range(len(MONTHS)) for band in (0, 1)])
for name, path in (("stops", STOPS), ("agreed", EXCLUSIONS)):
    base.execute(f"""
        create table {name} as
        select contract, greatest(start - {START}, 0) as start, least("end" - {START}, {LENGTH}) as stop
        from read_csv('{path}') where start - {START} < {LENGTH} and "end" - {START} > 0 and start < "end" """)


def measured(rows):
    """Seconds by contract and month, one column a band."""
    return f"""
        with marked as (
            select *, start > coalesce(max(stop) over (
                partition by contract order by start rows between unbounded preceding and 1 preceding), -1) as new
            from ({rows})),
        numbered as (
            select *, sum(new::integer) over (partition by contract order by start rows unbounded preceding) as number
            from marked),
        pieces as (
            select contract, min(start) as start, max(stop) as stop from numbered group by contract, number),
        parts as (
            select p.contract, e.month, greatest(p.start, e.opens) as start, least(p.stop, e.closes) as stop
            from pieces p
            join hours f on f.hour = p.start // 3600
            join hours l on l.hour = (p.stop - 1) // 3600
            join edges e on e.month between f.month and l.month)
        select contract, parts.month as month,
            sum(t.before0 + t.slope0 * (stop % 3600) - f.before0 - f.slope0 * (start % 3600)) as band0,
            sum(t.before1 + t.slope1 * (stop % 3600) - f.before1 - f.slope1 * (start % 3600)) as band1
        from parts join hours f on f.hour = start // 3600 join hours t on t.hour = stop // 3600
        group by contract, parts.month"""


base.execute(f"""
    copy (
        with agreed_seconds as ({measured("from agreed")}),
        all_seconds as ({measured("from stops union all from agreed")}),
        contracts as (select contract from stops union select contract from agreed),
        counted as (
            select c.contract, b.month, b.band, b.band_name, b.target,
                b.base - coalesce(if(b.band = 0, o.band0, o.band1), 0) as service,
                coalesce(if(b.band = 0, a.band0, a.band1), 0) - coalesce(if(b.band = 0, o.band0, o.band1), 0) as stop
            from contracts c cross join bases b
            left join agreed_seconds o on o.contract = c.contract and o.month = b.month
            left join all_seconds a on a.contract = c.contract and a.month = b.month)
        select contract, month_name as month, band_name as band, service::bigint as service_seconds,
            stop::bigint as stop_seconds, (service - stop)::bigint as numerator, service::bigint as denominator,
            if((service - stop) * {WHOLE} >= target * service, 'yes', 'no') as met
        from counted join edges using (month) order by contract, month, band_name
    ) to '{OUT}' (header, delimiter ',')""")
done(begun)
