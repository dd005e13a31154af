"""The same register into PostgreSQL, against `psql \\copy` of the same rows into the same tables.

Tables, indexes, checks and references are in force for both; the server is private and does not sync its disk (see
scripts/with-postgres). Memory is that of the client: the server belongs to neither.
"""

import os
import re

from harness.bench import opened, output
from harness.job import Contender, Job, Target
from harness.process import Failed
from jobs.register_import import TABLES, columns

PSQL = "psql \\copy"
TEMPLATE, DATABASE = "bench_empty", "bench_import"


class RegisterImportPostgres(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="import-postgres", title="the same, PostgreSQL", targets=[Target(PSQL, at_most=2.5)])

    def prepare(self):
        self.server = os.environ.get("VIGIE_TEST_POSTGRES")
        if not self.server:
            raise Failed("there is no PostgreSQL: run it under scripts/with-postgres")
        self.rows = self.bench.made("rows-postgres", lambda path: write_rows(self.bench.imported(), path))
        self.psql("postgres", f"DROP DATABASE IF EXISTS {TEMPLATE}", f"CREATE DATABASE {TEMPLATE}")
        self.bench.accounts(self.url(TEMPLATE))

    def url(self, name):
        return re.sub(r"///\w+", f"///{name}", self.server, count=1)

    def psql(self, name, *statements):
        words = [word for statement in statements for word in ("-c", statement)]
        return output(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", self.url(name), *words]).strip()

    def contenders(self):
        def reset():
            self.psql(
                "postgres", f"DROP DATABASE IF EXISTS {DATABASE}", f"CREATE DATABASE {DATABASE} TEMPLATE {TEMPLATE}",
                "CHECKPOINT")

        return [
            Contender(
                "Vigie", reset=reset, answer=self.answer,
                work=lambda: self.bench.vigie_run(
                    self.url(DATABASE), "register", "import", "--fictitious", self.bench.bundle())),
            Contender(PSQL, reset=reset, answer=self.answer, work=self.load),
        ]

    def load(self):
        words = []
        for table in TABLES:
            words += ["-c", f"\\copy {table} FROM '{self.rows}/{table}.tsv'"]
        return self.bench.run(["psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", self.url(DATABASE), *words])

    def answer(self):
        """Rows and characters of each table."""
        return {table: self.psql(DATABASE, f"SELECT count(*), sum(length(t::text)) FROM {table} t") for table in TABLES}


def write_rows(database, folder):
    """COPY's text format, in the columns and order of PostgreSQL's tables, which are those of SQLite's."""
    folder.mkdir()
    with opened(database) as connection:
        for table in TABLES:
            order = ", ".join(column for column, _, _, key in columns(connection, table) if key)
            with open(folder / f"{table}.tsv", "w") as file:
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}"):
                    file.write("\t".join("\\N" if value is None else str(value) for value in row) + "\n")
