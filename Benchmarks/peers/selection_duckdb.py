"""A campaign's interventions, plans and animals to test, in DuckDB: Parquet in, tables of a DuckDB file out.

The draw uses DuckDB's own hash, which is cheaper than the documented one: other animals, as many of each level.

    selection_duckdb.py PARQUET-FOLDER DATABASE
"""

import sys

import duckdb

from measured import measured

START, SITUATION, REFERENCE = "2025-10-01", "2025-10-01", "2025-10-15"

STANDING = f"since <= DATE '{SITUATION}' AND (until IS NULL OR until > DATE '{SITUATION}')"

STATEMENTS = [
    # Which herds are in, and which diseases are due in 2026, tested in what.
    f"""CREATE TEMP TABLE due AS
    WITH standing AS (SELECT herd_id, kind, disease FROM authorisation WHERE {STANDING}),
    included AS (
        SELECT h.id AS herd_id, g.number, h.code, h.milk_delivery, g.insee, h.department
        FROM herd h JOIN holding g ON g.id = h.holding_id
        WHERE h.department = '71' AND h.class IN ('dairy', 'beef', 'bull-ranch', 'summer-pasture', 'veal-selection')
            AND coalesce(least(h.closed_on, g.closed_on) > DATE '{SITUATION}', TRUE)
            AND coalesce(h.opened_on <= DATE '{START}', TRUE)
            AND h.id NOT IN (SELECT herd_id FROM standing
                WHERE kind IN ('requalification', 'fattening-derogation', 'approved-breeding')))
    SELECT i.*, d.disease,
        CASE WHEN d.disease = 'TUB' THEN 'skin'
            WHEN i.milk_delivery = 'dairy' AND EXISTS (SELECT 1 FROM standing s WHERE s.herd_id = i.herd_id
                AND s.kind = 'blood-test-exemption' AND (s.disease IS NULL OR s.disease = d.disease)) THEN 'milk'
            ELSE 'blood' END AS matrix
    FROM included i CROSS JOIN (VALUES ('BRU'), ('LEU'), ('TUB')) d (disease)
        LEFT JOIN screening own ON own.herd_id = i.herd_id AND own.disease = d.disease
        LEFT JOIN screening place ON place.herd_id = 0 AND place.insee = i.insee AND place.disease = d.disease
            AND place.department = i.department
    WHERE coalesce((2026 - coalesce(own.phase, place.phase))
            % nullif(coalesce(own.interval_years, place.interval_years), 0) = 0, FALSE)
        OR EXISTS (SELECT 1 FROM standing s WHERE s.herd_id = i.herd_id
            AND s.kind IN ('repopulated', 'contact-zone', 'specific-risk')
            AND (s.disease IS NULL OR s.disease = d.disease))""",
    """CREATE TABLE peer_intervention AS
    SELECT row_number() OVER (ORDER BY number, code) AS id, herd_id
    FROM (SELECT DISTINCT number, code, herd_id FROM due)
    """,
    """CREATE TABLE peer_requested_plan AS
    SELECT i.id AS intervention_id, d.disease, d.matrix FROM due d JOIN peer_intervention i USING (herd_id)""",
    # Who is there on the day, how old, at what level; then the draw.
    f"""CREATE TABLE peer_requested_animal AS
    WITH document AS (
        SELECT i.id, i.herd_id, coalesce(sum(CASE disease WHEN 'BRU' THEN 1 ELSE 2 END)
                FILTER (matrix = 'blood'), 0) AS blood,
            coalesce(sum(4) FILTER (matrix = 'skin'), 0) AS skin,
            EXISTS (SELECT 1 FROM authorisation a WHERE a.herd_id = i.herd_id
                AND a.kind IN ('repopulated', 'contact-zone', 'specific-risk')
                AND (a.disease IS NULL OR a.disease = 'TUB') AND a.since <= DATE '{REFERENCE}'
                AND (a.until IS NULL OR a.until > DATE '{REFERENCE}')) AS is_risk
        FROM peer_intervention i JOIN peer_requested_plan p ON p.intervention_id = i.id
        WHERE p.matrix <> 'milk' GROUP BY i.id, i.herd_id),
    present AS (
        SELECT DISTINCT ON (d.id, a.id) d.id, a.id AS animal_id, d.blood, d.skin, d.is_risk, a.sex, a.birth_date,
            a.birth_date <= DATE '{REFERENCE}' - INTERVAL 24 MONTH AS is_adult,
            CASE WHEN a.sex = 'M' AND a.birth_date < DATE '{REFERENCE}' - INTERVAL 36 MONTH THEN 1
                WHEN s.introduced_on > DATE '{REFERENCE}' - INTERVAL 12 MONTH THEN 2 ELSE 3 END AS level,
            hash(a.number, d.id) AS chance
        FROM document d JOIN herd_assignment s ON s.herd_id = d.herd_id JOIN animal a ON a.id = s.animal_id
        WHERE s.retracted_at IS NULL AND s.since <= DATE '{REFERENCE}'
            AND (s.until IS NULL OR s.until > DATE '{REFERENCE}')
            AND (a.dead_on IS NULL OR a.dead_on > DATE '{REFERENCE}')
            AND a.birth_date <= DATE '{REFERENCE}' - INTERVAL 12 MONTH
        ORDER BY d.id, a.id, s.since DESC),
    drawn AS (
        SELECT *, row_number() OVER (PARTITION BY id, is_adult ORDER BY level, sex DESC, chance) AS place,
            count(*) OVER (PARTITION BY id, is_adult) AS eligible FROM present),
    requested AS (
        SELECT id, animal_id, level,
            CASE WHEN is_adult AND place <= greatest(10, ceil(eligible / 5)) THEN blood ELSE 0 END AS blood,
            CASE WHEN is_adult OR is_risk THEN skin ELSE 0 END AS skin FROM drawn)
    SELECT id AS intervention_id, animal_id, (blood + skin)::INTEGER AS diseases,
        CASE WHEN blood > 0 THEN level END AS level FROM requested WHERE blood + skin > 0""",
]


def main(folder, database):
    connection = duckdb.connect(database)
    for table in ("herd", "holding", "screening", "authorisation", "animal", "herd_assignment"):
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM '{folder}/{table}.parquet'")
    for statement in STATEMENTS:
        connection.execute(statement)
    connection.close()


if __name__ == "__main__":
    with measured():
        main(*sys.argv[1:])
