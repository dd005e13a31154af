"""The register of a department into SQLite, all checks on, against `sqlite3 .import` of the same rows.

The peer's rows are the finished ones, with their ids, in the order of the tables' keys: it looks nothing up, checks
nothing (`.import` writes empty text where a value is missing, so even the tables' CHECKs are off) and writes into the
same tables with the same indexes, with the same page cache as ours.
"""

import csv

from harness.bench import opened, query
from harness.job import Contender, Job, Target

TABLES = [
    "organisation", "veterinarian", "commune", "holding", "establishment", "herd", "screening", "animal", "stay",
    "herd_assignment", "herd_veterinarian", "authorisation", "dairy_producer",
]
"""Those that a register fills, in the order of their references."""

SQLITE = "sqlite3 .import"


class RegisterImport(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="import", title="register import, department 71, SQLite",
            targets=[Target(SQLITE, at_most=2.5)])

    def prepare(self):
        self.empty = self.bench.empty()
        self.rows = self.bench.made("rows", lambda path: write_rows(self.bench.imported(), path))
        self.database = self.bench.work / "import.sqlite"

    def contenders(self):
        def reset():
            self.bench.fresh(self.empty, self.database.name)

        return [
            Contender(
                "Vigie", reset=reset, answer=self.answer,
                work=lambda: self.bench.vigie_run(
                    self.database, "register", "import", "--fictitious", self.bench.bundle())),
            Contender(SQLITE, reset=reset, answer=self.answer, work=self.load),
        ]

    def load(self):
        script = ["PRAGMA cache_size = -32768;", "PRAGMA ignore_check_constraints = ON;", ".mode csv"]
        script += [f".import {self.rows}/{table}.csv {table}" for table in TABLES]
        return self.bench.run(["sqlite3", "-bail", self.database, *script])

    def answer(self):
        return {table: checksum(self.database, table) for table in TABLES}


def write_rows(database, folder):
    """Each table's rows as the peers read them."""
    folder.mkdir()
    with opened(database) as connection:
        for table in TABLES:
            # STRICT tables take no empty text for a missing reference.
            values = [
                f"COALESCE({column}, 0)" if kind == "INTEGER" and not needed and not key else column
                for column, kind, needed, key in columns(connection, table)
            ]
            order = ", ".join(column for column, _, _, key in columns(connection, table) if key)
            with open(folder / f"{table}.csv", "w", newline="") as file:
                rows = connection.execute(f"SELECT {', '.join(values)} FROM {table} ORDER BY {order}")
                csv.writer(file, lineterminator="\n").writerows(rows)


def columns(connection, table):
    rows = connection.execute(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')")
    return rows.fetchall()


def checksum(database, table):
    """Rows, ids and characters of a table, the same whether a missing value is NULL, empty or 0."""
    with opened(database) as connection:
        sums = ", ".join(
            f"total({column})" if kind == "INTEGER" else f"total(length({column}))"
            for column, kind, _, _ in columns(connection, table))
    return query(database, f"SELECT count(*), {sums} FROM {table}")
