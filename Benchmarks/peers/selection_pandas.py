"""A campaign's interventions, plans and animals to test, in pandas: read from and written to Vigie's SQLite file.

Dates are compared as text, which is quicker than parsing them. The draw is the documented one, with numpy.

    selection_pandas.py DATABASE
"""

import sqlite3
import sys

import numpy
import pandas

from measured import measured

SITUATION, REFERENCE = "2025-10-01", "2025-10-15"
BORN_24, BORN_12, BORN_36, ENTERED_12 = "2023-10-15", "2024-10-15", "2022-10-15", "2024-10-15"
RISKS = ["repopulated", "contact-zone", "specific-risk"]
BITS = {"BRU": 1, "LEU": 2, "TUB": 4}


def plans(read):
    """The plans of every herd that is in: herd, disease, matrix."""
    herds = read(
        """SELECT h.id AS herd_id, g.number, h.code, h.milk_delivery, g.insee FROM herd h
        JOIN holding g ON g.id = h.holding_id
        WHERE h.department = '71' AND h.class IN ('dairy', 'beef', 'bull-ranch', 'summer-pasture', 'veal-selection')
            AND COALESCE(h.closed_on, '9999') > ? AND COALESCE(g.closed_on, '9999') > ?
            AND COALESCE(h.opened_on, '0') <= ?""", (SITUATION, SITUATION, SITUATION))
    standing = read(
        "SELECT herd_id, kind, disease FROM authorisation WHERE since <= ? AND COALESCE(until, '9999') > ?",
        (SITUATION, SITUATION))
    excluded = standing[standing.kind.isin(["requalification", "fattening-derogation", "approved-breeding"])]
    herds = herds[~herds.herd_id.isin(excluded.herd_id)]
    grid = herds.merge(pandas.DataFrame({"disease": list(BITS)}), how="cross")
    screening = read("SELECT insee, herd_id, disease, interval_years, phase FROM screening WHERE department = '71'", ())
    place = screening[screening.herd_id == 0].drop(columns="herd_id")
    own = screening[screening.herd_id != 0].drop(columns="insee")
    grid = grid.merge(place, how="left", on=["insee", "disease"])
    grid = grid.merge(own, how="left", on=["herd_id", "disease"], suffixes=("", "_own"))
    interval = grid.interval_years_own.astype("float64").fillna(grid.interval_years)
    phase = grid.phase_own.astype("float64").fillna(grid.phase)
    is_due = (interval > 0) & ((2026 - phase) % interval == 0)
    is_due |= holds(grid, standing[standing.kind.isin(RISKS)])
    is_exempt = holds(grid, standing[standing.kind == "blood-test-exemption"]) & (grid.milk_delivery == "dairy")
    grid["matrix"] = numpy.where(grid.disease == "TUB", "skin", numpy.where(is_exempt, "milk", "blood"))
    return grid[is_due]


def holds(grid, standing):
    """Whether the herd has such an authorisation for the disease, or for all."""
    pairs = pandas.concat(
        [standing.dropna()[["herd_id", "disease"]]]
        + [standing[standing.disease.isna()][["herd_id"]].assign(disease=disease) for disease in BITS])
    keys = pandas.MultiIndex.from_frame(grid[["herd_id", "disease"]])
    return keys.isin(pandas.MultiIndex.from_frame(pairs))


def selection_hash(seed, names):
    """FNV-1a over the characters, then splitmix64 with the seed, modulo 2 to the 64."""
    characters = numpy.array(names, dtype="S").view("uint8").reshape(len(names), -1).astype("uint64")
    value = numpy.full(len(names), 0xCBF29CE484222325, dtype="uint64")
    for place in range(characters.shape[1]):
        byte = characters[:, place]
        value = numpy.where(byte == 0, value, (value ^ byte) * numpy.uint64(0x100000001B3))
    value = value + seed * numpy.uint64(0x9E3779B97F4A7C15)
    value = (value ^ (value >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return value ^ (value >> numpy.uint64(31))


def animals(read, interventions, due):
    """The animals to test: intervention, animal, diseases, level."""
    asked = due[due.matrix != "milk"].assign(bit=lambda rows: rows.disease.map(BITS))
    documents = asked.pivot_table(index="herd_id", columns="matrix", values="bit", aggfunc="sum", fill_value=0)
    documents = documents.reindex(columns=["blood", "skin"], fill_value=0).reset_index()
    documents = documents.merge(interventions, on="herd_id")
    risks = read(
        f"""SELECT DISTINCT herd_id FROM authorisation WHERE kind IN ({', '.join('?' * 3)})
            AND (disease IS NULL OR disease = 'TUB') AND since <= ? AND COALESCE(until, '9999') > ?""",
        (*RISKS, REFERENCE, REFERENCE))
    documents["is_risk"] = documents.herd_id.isin(risks.herd_id)
    stays = read(
        """SELECT herd_id, animal_id, introduced_on FROM herd_assignment
        WHERE retracted_at IS NULL AND since <= ? AND COALESCE(until, '9999') > ? ORDER BY since""",
        (REFERENCE, REFERENCE)).drop_duplicates(["herd_id", "animal_id"], keep="last")
    cattle = read(
        """SELECT id AS animal_id, number, sex, birth_date FROM animal
        WHERE birth_date <= ? AND COALESCE(dead_on, '9999') > ?""", (BORN_12, REFERENCE))
    rows = documents.merge(stays, on="herd_id").merge(cattle, on="animal_id")
    is_adult = rows.birth_date <= BORN_24
    rows["level"] = numpy.where(
        (rows.sex == "M") & (rows.birth_date < BORN_36), 1,
        numpy.where(rows.introduced_on.fillna("") > ENTERED_12, 2, 3))
    adults = rows[is_adult & (rows.blood > 0)]
    seeds = selection_hash(numpy.zeros(len(interventions), "uint64"), interventions.number.tolist())
    seeds = pandas.Series(seeds & numpy.uint64(2**63 - 1), index=interventions.herd_id)
    chance = selection_hash(seeds[adults.herd_id].to_numpy(), adults.number_y.tolist())
    adults = adults.assign(is_female=adults.sex == "F", chance=chance)
    adults = adults.sort_values(["herd_id", "level", "is_female", "chance"])
    groups = adults.groupby("herd_id").animal_id
    size = groups.transform("size")
    drawn = adults[groups.cumcount() < numpy.maximum(10, -(-size // 5))]
    is_drawn = rows.index.isin(drawn.index)
    rows["diseases"] = rows.blood * is_drawn + rows.skin * (is_adult | rows.is_risk)
    rows["level"] = rows.level.where(is_drawn)
    rows = rows[rows.diseases > 0]
    return rows[["id", "animal_id", "diseases", "level"]].rename(columns={"id": "intervention_id"})


def main(database):
    connection = sqlite3.connect(database)

    def read(sql, arguments):
        return pandas.read_sql(sql, connection, params=arguments)

    due = plans(read)
    interventions = due[["number", "code", "herd_id"]].drop_duplicates().sort_values(["number", "code"])
    interventions = interventions[["herd_id"]].reset_index(drop=True)
    interventions["id"] = interventions.index + 1
    interventions["number"] = [f"2026{place:08d}" for place in interventions.id]
    due = due.merge(interventions[["herd_id", "id"]], on="herd_id")
    chosen = animals(read, interventions, due)
    with connection:
        interventions.to_sql("peer_intervention", connection, index=False)
        plan = due[["id", "disease", "matrix"]].rename(columns={"id": "intervention_id"})
        plan.to_sql("peer_requested_plan", connection, index=False)
        chosen.to_sql("peer_requested_animal", connection, index=False)


if __name__ == "__main__":
    with measured():
        main(*sys.argv[1:])
