"""The statuses of a campaign in pandas: read from Vigie's SQLite file, written into a table of it.

    status_pandas.py DATABASE DAY
"""

import sqlite3
import sys

import numpy
import pandas

from measured import measured

START, END = "2025-10-01", "2026-04-30"
COUNTS = ["tested", "non_negative", "uninterpretable", "awaiting_decision", "doubtful_seen", "tested_off_document"]
KEY = ["intervention_id", "disease"]


def blood(read):
    """Each animal counts once, by the best of its lines."""
    lines = read(
        """SELECT intervention_id, disease, animal_id, interpretation, decision, on_document FROM blood_result
        WHERE replaced_at IS NULL""")
    sign = lines.interpretation.where(lines.interpretation.isin(["POS", "NEG"]), lines.decision)
    unread = lines.interpretation.isna() | (lines.interpretation == "IN_ITPBLE")
    lines["outcome"] = numpy.select([sign == "POS", sign == "NEG", unread], [3, 2, 0], 1)
    lines["doubtful_seen"] = ~(unread | lines.interpretation.isin(["POS", "NEG"]))
    animals = lines.groupby([*KEY, "animal_id"], sort=False).agg(
        outcome=("outcome", "max"), doubtful_seen=("doubtful_seen", "max"), on_document=("on_document", "min"))
    animals["tested"] = animals.outcome >= 2
    animals["non_negative"] = animals.outcome == 3
    animals["uninterpretable"] = animals.outcome == 0
    animals["awaiting_decision"] = animals.outcome == 1
    animals["tested_off_document"] = animals.tested & (animals.on_document == 0)
    return animals.groupby(KEY, sort=False)[COUNTS].sum().reset_index()


def skin(read):
    reports = read("SELECT * FROM tuberculin_report WHERE replaced_at IS NULL")
    columns = ["ntids", "nnidsn", "nadids", "npidsp", "ntidc", "nnidc", "nagdidctub", "napdidctub", "npidc"]
    reports[columns] = reports[columns].astype("float64")
    sums = reports.groupby("intervention_id")[columns].sum(min_count=1)
    tested = sums.ntids.fillna(sums.nnidsn).fillna(0) + sums.ntidc.fillna(sums.nnidc).fillna(0)
    non_negative = sums[["nadids", "npidsp", "nagdidctub", "napdidctub", "npidc"]].sum(axis=1)
    return pandas.DataFrame({"tested": tested, "non_negative": non_negative}).reset_index().assign(disease="TUB")


def facts(read):
    interventions = read("SELECT id AS intervention_id FROM intervention WHERE state = 'planned' ORDER BY id")
    rows = interventions.merge(pandas.DataFrame({"disease": ["BRU", "LEU", "TUB"]}), how="cross")
    rows = rows.merge(read("SELECT DISTINCT intervention_id, disease, matrix FROM requested_plan"), how="left", on=KEY)
    documented = read("SELECT DISTINCT intervention_id FROM edition WHERE state = 'validated'")
    rows["plan_requested"] = rows.matrix.notna() & rows.intervention_id.isin(documented.intervention_id)
    asked = read("SELECT intervention_id, diseases FROM requested_animal WHERE cancelled_on IS NULL")
    asked = pandas.DataFrame({
        "intervention_id": asked.intervention_id, "BRU": asked.diseases & 1, "LEU": asked.diseases // 2 & 1,
        "TUB": asked.diseases // 4 & 1}).groupby("intervention_id", sort=False).sum()
    asked = asked.melt(ignore_index=False, var_name="disease", value_name="requested").reset_index()
    rows = rows.merge(asked, how="left", on=KEY)
    visits = read("SELECT intervention_id, visited_on, kind FROM visit WHERE retracted_at IS NULL")
    visits = visits.groupby(["intervention_id", "kind"], sort=False).visited_on.agg(["min", "max"]).reset_index()
    visits.columns = ["intervention_id", "kind", "started_on", "finished_on"]
    rows["kind"] = numpy.where(rows.disease == "TUB", "injection", "sampling")
    rows = rows.merge(visits, how="left", on=["intervention_id", "kind"])
    results = pandas.concat([blood(read).assign(matrix="blood"), skin(read).assign(matrix="skin")])
    rows = rows.merge(results, how="left", on=[*KEY, "matrix"])
    rows[["requested", *COUNTS]] = rows[["requested", *COUNTS]].astype("float64").fillna(0).astype("int64")
    return rows


def judge(rows, day):
    """Annex 2: the status and its reasons."""
    done = rows.tested > 0
    span = pandas.to_datetime(rows.finished_on) - pandas.to_datetime(rows.started_on)
    tolerated = numpy.where(rows.requested > 10, rows.requested // 10, 1)
    administrative = pandas.Series("", index=rows.index)
    for reason, holds in [
        ("not-done-in-campaign", ~done & (day > END)),
        ("too-many-days", done & (span > pandas.Timedelta(days=90))),
        ("started-before-campaign", done & (rows.started_on.fillna("9999") < START)),
        ("finished-after-campaign", done & (rows.finished_on.fillna("0") > END)),
        ("under-sampled", done & (rows.tested < numpy.maximum(0, rows.requested - tolerated))),
    ]:
        administrative = administrative.where(~holds, administrative + " " + reason)
    administrative = administrative.str.strip()
    nothing = (rows.requested == 0) & ~rows.plan_requested
    conditions = [rows.non_negative > 0, nothing, administrative != "", done]
    sanitary = ("non-negative-result" + pandas.Series(numpy.where(nothing, " nothing-requested", ""))
                + (" " + administrative).str.rstrip())
    rows["status"] = numpy.select(conditions, ["AS", "SO", "AA", "SA"], "EC")
    rows["reasons"] = numpy.select(
        conditions, [sanitary, "nothing-requested", administrative, "tested-without-anomaly"], "awaiting-tests")
    return rows.drop(columns=["matrix", "kind"])


def main(database, day):
    connection = sqlite3.connect(database)
    rows = judge(facts(lambda sql: pandas.read_sql(sql, connection)), day)
    with connection:
        rows.to_sql("peer_state", connection, index=False)


if __name__ == "__main__":
    with measured():
        main(*sys.argv[1:])
