"""After a night: 20,000 new results, and what changes by date alone, against DuckDB computing everything anew."""

import shutil

from harness.job import Contender, Job, Target
from jobs.status import COMPUTED_ON, answer, as_parquet, duckdb_answer, national, script

LINES = 20_000
NIGHT = "2026-03-02"
DUCKDB = "DuckDB's full query"


class Night(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="night", title=f"recompute after a night's {int(LINES * bench.scale):,} new results, SQLite",
            targets=[Target(DUCKDB, at_most=1)])

    def prepare(self):
        self.source = self.bench.made("night.sqlite", self.make_night)
        self.parquet = as_parquet(self.bench, self.source, "night-parquet")
        self.database = self.bench.work / "night.sqlite"
        self.duckdb = self.bench.work / "night.duckdb"

    def make_night(self, path):
        shutil.copy(national(self.bench), path)
        self.bench.vigie_run(path, "campaign", "recompute", "--department", "71", today=COMPUTED_ON)
        script(self.bench, path, "night.sql", lines=int(LINES * self.bench.scale), night=f"\"'{NIGHT}'\"")

    def contenders(self):
        return [
            Contender(
                "Vigie", reset=lambda: self.bench.fresh(self.source, self.database.name),
                work=lambda: self.bench.vigie_run(
                    self.database, "campaign", "recompute", "--due", "--department", "71", today=NIGHT),
                answer=lambda: answer(self.database, "disease_state")),
            Contender(
                DUCKDB, reset=lambda: self.duckdb.unlink(missing_ok=True),
                work=lambda: self.bench.peer("status_duckdb.py", self.parquet, self.duckdb, NIGHT),
                answer=lambda: duckdb_answer(self.bench, self.duckdb)),
        ]
