"""Executing a campaign and selecting the animals of all its herds, against pandas and DuckDB.

Ours takes the database from "campaign validated" to "documents validated". The peers make the same interventions,
plans and lists of animals, and nothing else: no statuses of the first day, no frozen documents with their digests, no
requests to the laboratories, no audit.
"""

import shutil
import sqlite3

from harness.bench import PARQUET
from harness.job import Contender, Job, Target

EXECUTED_ON, EDITED_ON = "2025-09-15", "2025-10-15"
PANDAS, DUCKDB = "pandas over the same file", "DuckDB over Parquet"
TABLES = ["herd", "holding", "screening", "authorisation", "animal", "herd_assignment"]

CONVENTION = """\
delegatedDiseases = ["BRU", "LEU", "TUB"]
quadripartite = "convention fictive 1"
tripartite = "convention fictive 2"
orderTransmissionDays = 8
[delegation]
""" + "".join(f'{step} = "total"\n' for step in range(1, 12)) + """\
[laboratories.BRU]
code = "LABO-99"
name = "Laboratoire fictif"
[laboratories.LEU]
code = "LABO-99"
name = "Laboratoire fictif"
[orders]
BRU = "AP fictif"
LEU = "AP fictif"
TUB = "AP fictif"
"""
PARAMETERS = """\
[laboratories]
BRU = "LABO-99"
LEU = "LABO-99"
"""


class Selection(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="selection", title="execute a campaign, select the animals of all herds, SQLite",
            targets=[Target(PANDAS, faster=1.5), Target(DUCKDB, at_most=8)])

    def prepare(self):
        self.source = self.bench.made("validated.sqlite", self.make_campaign)
        self.parquet = self.bench.made(
            "validated-parquet",
            lambda path: self.bench.run(
                [self.bench.python, PARQUET, self.source, path, *TABLES]))
        self.database = self.bench.work / "selection.sqlite"
        self.duckdb = self.bench.work / "selection.duckdb"

    def make_campaign(self, path):
        shutil.copy(self.bench.imported(), path)
        convention, parameters = self.bench.work / "convention.toml", self.bench.work / "parameters.toml"
        convention.write_text(CONVENTION)
        parameters.write_text(PARAMETERS)
        of = ("--department", "71")
        self.bench.vigie_run(
            path, "campaign", "convention", *of, "--set", convention, "--justification", "banc d'essai")
        self.bench.vigie_run(path, "campaign", "create", *of, "--year", "2026", "--parameters", parameters)
        self.bench.vigie_run(path, "campaign", "validate", *of, today=EXECUTED_ON)

    def contenders(self):
        def copy():
            self.bench.fresh(self.source, self.database.name)

        def clear():
            self.duckdb.unlink(missing_ok=True)

        return [
            Contender("Vigie", reset=copy, work=lambda: select(self.bench, self.database), answer=self.answer),
            Contender(
                PANDAS, reset=copy, work=lambda: self.bench.peer("selection_pandas.py", self.database),
                answer=lambda: answer(sqlite3.connect(self.database).execute, "peer_")),
            Contender(
                DUCKDB, reset=clear,
                work=lambda: self.bench.peer("selection_duckdb.py", self.parquet, self.duckdb),
                answer=lambda: self.bench.duckdb_query(self.duckdb, *questions("peer_"))),
        ]

    def answer(self):
        return answer(sqlite3.connect(self.database).execute, "")


def select(bench, database):
    of = ("--department", "71")
    executed = bench.vigie_run(database, "campaign", "execute", *of, today=EXECUTED_ON)
    return executed.then(
        bench.vigie_run(database, "document", "edit", "--all", "--validate", *of, user="inspecteur", today=EDITED_ON))


def questions(prefix):
    """Plans by kind, animals by diseases and level, and the number of animals of every herd."""
    intervention, plan, animal = f"{prefix}intervention", f"{prefix}requested_plan", f"{prefix}requested_animal"
    return [
        f"SELECT disease, matrix, count(*) FROM {plan} GROUP BY 1, 2 ORDER BY 1, 2",
        f"SELECT diseases, coalesce(level, 0), count(*) FROM {animal} GROUP BY 1, 2 ORDER BY 1, 2",
        f"""SELECT i.herd_id, count(*), sum(r.diseases) FROM {intervention} i
            JOIN {animal} r ON r.intervention_id = i.id GROUP BY 1 ORDER BY 1""",
    ]


def answer(execute, prefix):
    return [[tuple(int(v) if isinstance(v, float) else v for v in row) for row in execute(question).fetchall()]
            for question in questions(prefix)]


