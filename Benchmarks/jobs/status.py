"""All statuses of a national campaign, recomputed from the facts, against pandas and DuckDB.

Ours also says what evaluation to propose, which animals have left since, and on which day the answer may change by date
alone, and puts all of it into a table with two more indexes. The peers compute the counts, dates, status and reasons.
"""

import shutil

from harness.bench import PARQUET, ROOT, opened
from harness.job import Contender, Job, Target

INTERVENTIONS = 180_000
COMPUTED_ON = "2026-03-01"
PANDAS, DUCKDB = "pandas over the same file", "DuckDB over Parquet"
TABLES = ["intervention", "requested_plan", "edition", "requested_animal", "visit", "blood_result", "tuberculin_report"]
COUNTS = ["requested", "tested", "non_negative", "uninterpretable", "awaiting_decision", "doubtful_seen",
          "tested_off_document"]


class Status(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="status", title="recompute all statuses of a national campaign, SQLite",
            targets=[Target(PANDAS, faster=3), Target(DUCKDB, at_most=8)])

    def prepare(self):
        self.source = national(self.bench)
        self.parquet = as_parquet(self.bench, self.source, "national-parquet")
        self.database = self.bench.work / "status.sqlite"
        self.duckdb = self.bench.work / "status.duckdb"

    def contenders(self):
        def copy():
            self.bench.fresh(self.source, self.database.name)

        return [
            Contender(
                "Vigie", reset=copy,
                work=lambda: self.bench.vigie_run(
                    self.database, "campaign", "recompute", "--department", "71", today=COMPUTED_ON),
                answer=lambda: answer(self.database, "disease_state")),
            Contender(
                PANDAS, reset=copy, work=lambda: self.bench.peer("status_pandas.py", self.database, COMPUTED_ON),
                answer=lambda: answer(self.database, "peer_state")),
            Contender(
                DUCKDB, reset=lambda: self.duckdb.unlink(missing_ok=True),
                work=lambda: self.bench.peer("status_duckdb.py", self.parquet, self.duckdb, COMPUTED_ON),
                answer=lambda: duckdb_answer(self.bench, self.duckdb)),
        ]


def national(bench):
    """The campaign of `national.sql`, opened by ordinary commands on a small register and made large."""
    from jobs.selection import Selection

    def make(path):
        selection = Selection(bench)
        selection.prepare()
        shutil.copy(bench.empty(), path)
        with opened(path) as connection:
            connection.execute("ATTACH ? AS validated", (str(selection.source),))
            connection.execute("INSERT INTO campaign SELECT * FROM validated.campaign")
            connection.execute("UPDATE campaign SET state = 'executed', executed_at = '2025-10-01T08:00:00Z'")
        script(bench, path, "national.sql", n=int(INTERVENTIONS * bench.scale))
    return bench.made("national.sqlite", make)


def script(bench, database, name, **values):
    """Runs a script of this folder with its parameters."""
    with opened(database) as connection:
        values["campaign"], = connection.execute("SELECT id FROM campaign").fetchone()
    sets = [f".parameter set :{name} {value}" for name, value in values.items()]
    bench.run(["sqlite3", "-bail", database, *sets, f".read {ROOT}/Benchmarks/jobs/{name}"])


def as_parquet(bench, database, name):
    return bench.made(name, lambda path: bench.run([bench.python, PARQUET, database, path, *TABLES]))


def questions(table):
    sums = ", ".join(f"sum({name}), sum({name} * (intervention_id % 1009))" for name in COUNTS)
    return [
        f"SELECT disease, status, reasons, plan_requested, count(*), {sums} FROM {table} GROUP BY 1, 2, 3, 4 "
        "ORDER BY 1, 2, 3, 4",
        f"""SELECT disease, coalesce(substr(CAST(started_on AS VARCHAR), 1, 10), '-'),
            coalesce(substr(CAST(finished_on AS VARCHAR), 1, 10), '-'), count(*) FROM {table}
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""",
    ]


def answer(database, table):
    with opened(database) as connection:
        return [plain(connection.execute(question).fetchall()) for question in questions(table)]


def duckdb_answer(bench, database):
    return [plain(rows) for rows in bench.duckdb_query(database, *questions("peer_state"))]


def plain(rows):
    """Numbers as whole numbers, whatever the engine's type for a sum."""
    def value(cell):
        text = str(cell)
        return int(float(text)) if text.replace(".", "", 1).isdigit() else cell
    return [tuple(int(cell) if isinstance(cell, bool) else value(cell) for cell in row) for row in rows]
