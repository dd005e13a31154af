"""The statuses of a campaign in one DuckDB query: Parquet in, a table of a DuckDB file out.

    status_duckdb.py PARQUET-FOLDER DATABASE DAY
"""

import sys

import duckdb

from measured import measured

QUERY = """
CREATE TABLE peer_state AS
WITH plan AS (SELECT DISTINCT intervention_id, disease, matrix FROM requested_plan),
documented AS (SELECT DISTINCT intervention_id FROM edition WHERE state = 'validated'),
asked AS (
    SELECT intervention_id, sum(diseases & 1) AS bru, sum((diseases & 2) // 2) AS leu, sum((diseases & 4) // 4) AS tub
    FROM requested_animal WHERE cancelled_on IS NULL GROUP BY 1),
visited AS (
    SELECT intervention_id, kind, min(visited_on) AS first, max(visited_on) AS last
    FROM visit WHERE retracted_at IS NULL GROUP BY 1, 2),
animal AS (
    SELECT intervention_id, disease, animal_id, min(on_document) AS on_document,
        max(CASE WHEN interpretation = 'POS' THEN 3 WHEN interpretation = 'NEG' THEN 2
            WHEN decision = 'POS' THEN 3 WHEN decision = 'NEG' THEN 2
            WHEN interpretation IS NULL OR interpretation = 'IN_ITPBLE' THEN 0 ELSE 1 END) AS outcome,
        max(CASE WHEN interpretation NOT IN ('NEG', 'POS', 'IN_ITPBLE') THEN 1 ELSE 0 END) AS doubtful
    FROM blood_result WHERE replaced_at IS NULL GROUP BY 1, 2, 3),
blood AS (
    SELECT intervention_id, disease, count(*) FILTER (outcome >= 2) AS tested,
        count(*) FILTER (outcome = 3) AS non_negative, count(*) FILTER (outcome = 0) AS uninterpretable,
        count(*) FILTER (outcome = 1) AS awaiting_decision, sum(doubtful) AS doubtful_seen,
        count(*) FILTER (outcome >= 2 AND on_document = 0) AS tested_off_document
    FROM animal GROUP BY 1, 2),
skin AS (
    SELECT intervention_id, coalesce(sum(ntids), sum(nnidsn), 0) + coalesce(sum(ntidc), sum(nnidc), 0) AS tested,
        coalesce(sum(nadids), 0) + coalesce(sum(npidsp), 0) + coalesce(sum(nagdidctub), 0)
            + coalesce(sum(napdidctub), 0) + coalesce(sum(npidc), 0) AS non_negative
    FROM tuberculin_report WHERE replaced_at IS NULL GROUP BY 1),
facts AS (
    SELECT i.id AS intervention_id, d.disease,
        coalesce(CASE d.disease WHEN 'BRU' THEN a.bru WHEN 'LEU' THEN a.leu ELSE a.tub END, 0) AS requested,
        p.matrix IS NOT NULL AND c.intervention_id IS NOT NULL AS plan_requested,
        CASE WHEN p.matrix = 'blood' THEN coalesce(b.tested, 0) WHEN p.matrix = 'skin' THEN coalesce(s.tested, 0)
            ELSE 0 END AS tested,
        CASE WHEN p.matrix = 'blood' THEN coalesce(b.non_negative, 0)
            WHEN p.matrix = 'skin' THEN coalesce(s.non_negative, 0) ELSE 0 END AS non_negative,
        coalesce(b.uninterpretable, 0) AS uninterpretable, coalesce(b.awaiting_decision, 0) AS awaiting_decision,
        coalesce(b.doubtful_seen, 0) AS doubtful_seen, coalesce(b.tested_off_document, 0) AS tested_off_document,
        v.first AS started_on, v.last AS finished_on
    FROM intervention i CROSS JOIN (VALUES ('BRU'), ('LEU'), ('TUB')) d (disease)
        LEFT JOIN plan p ON p.intervention_id = i.id AND p.disease = d.disease
        LEFT JOIN documented c ON c.intervention_id = i.id
        LEFT JOIN asked a ON a.intervention_id = i.id
        LEFT JOIN visited v ON v.intervention_id = i.id
            AND v.kind = CASE d.disease WHEN 'TUB' THEN 'injection' ELSE 'sampling' END
        LEFT JOIN blood b ON b.intervention_id = i.id AND b.disease = d.disease
        LEFT JOIN skin s ON s.intervention_id = i.id AND d.disease = 'TUB'
    WHERE i.state = 'planned'),
judged AS (
    SELECT *, requested = 0 AND NOT plan_requested AS nothing,
        concat_ws(' ',
            CASE WHEN tested = 0 AND DATE '{day}' > DATE '2026-04-30' THEN 'not-done-in-campaign' END,
            CASE WHEN tested > 0 AND finished_on - started_on > 90 THEN 'too-many-days' END,
            CASE WHEN tested > 0 AND started_on < DATE '2025-10-01' THEN 'started-before-campaign' END,
            CASE WHEN tested > 0 AND finished_on > DATE '2026-04-30' THEN 'finished-after-campaign' END,
            CASE WHEN tested > 0 AND tested < greatest(0, requested - CASE WHEN requested > 10 THEN requested // 10
                ELSE 1 END) THEN 'under-sampled' END) AS administrative
    FROM facts)
SELECT intervention_id, disease,
    CASE WHEN non_negative > 0 THEN 'AS' WHEN nothing THEN 'SO' WHEN administrative <> '' THEN 'AA'
        WHEN tested > 0 THEN 'SA' ELSE 'EC' END AS status,
    CASE WHEN non_negative > 0 THEN concat_ws(' ', 'non-negative-result',
            CASE WHEN nothing THEN 'nothing-requested' END, nullif(administrative, ''))
        WHEN nothing THEN 'nothing-requested' WHEN administrative <> '' THEN administrative
        WHEN tested > 0 THEN 'tested-without-anomaly' ELSE 'awaiting-tests' END AS reasons,
    requested, plan_requested, tested, non_negative, uninterpretable, awaiting_decision, doubtful_seen,
    tested_off_document, started_on, finished_on
FROM judged ORDER BY intervention_id, disease
"""

TABLES = ["intervention", "requested_plan", "edition", "requested_animal", "visit", "blood_result", "tuberculin_report"]


def main(folder, database, day):
    connection = duckdb.connect(database)
    for table in TABLES:
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM '{folder}/{table}.parquet'")
    connection.execute(QUERY.format(day=day))
    connection.close()


if __name__ == "__main__":
    with measured():
        main(*sys.argv[1:])
