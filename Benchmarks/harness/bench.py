"""Where things are: the program, the peers' Python, the folder with everything a benchmark makes."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from harness.process import Failed, Measure, run

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "Benchmarks" / "peers"
PARQUET = ROOT / "Benchmarks" / "harness" / "parquet.py"
DEPARTMENT = "71"
EXTRACTED_ON = "2025-09-01"
"""When the demonstration's register was extracted."""


class Bench:
    def __init__(self, scale: float):
        self.scale = scale
        self.vigie = ROOT / ".build" / "release" / "vigie"
        self.python = ROOT / ".bench" / "venv" / "bin" / "python"
        # Data is made anew when the tables, the generator or the size change.
        self.data = ROOT / ".bench" / f"data-{scale:g}-{self._version()}"
        self.work = ROOT / ".bench" / "work"
        for folder in (self.data, self.work):
            folder.mkdir(parents=True, exist_ok=True)
        for tool in (self.vigie, self.python):
            if not tool.exists():
                raise Failed(f"{tool} is missing: run `make bench`, which builds and sets up")

    @staticmethod
    def _version() -> str:
        digest = hashlib.sha256()
        for folder in ("Sources/Store/Migrations", "Sources/vigie/Demo", "Benchmarks/jobs"):
            for path in sorted((ROOT / folder).rglob("*.*")):
                if path.suffix in (".swift", ".py", ".sql"):
                    digest.update(path.read_bytes())
        return digest.hexdigest()[:8]

    # Running

    def run(self, command: list) -> Measure:
        return run(command, self.work / "output.log")

    def vigie_run(self, database: str | Path, *words, user: str = "ddpp", today: str = EXTRACTED_ON) -> Measure:
        """An ordinary command of the program."""
        url = database if "://" in str(database) else f"sqlite:{database}"
        return self.run([self.vigie, *words, "--database", url, "--user", user, "--today", today])

    def peer(self, script: str, *words) -> Measure:
        """A script of the peers' folder, under the Python that has duckdb, pandas and weasyprint.

        It may say itself how long its work took, without the start of Python and its libraries.
        """
        measure = self.run([self.python, PEERS / script, *words])
        said = re.search(r"^measured ([0-9.]+)$", (self.work / "output.log").read_text(), re.MULTILINE)
        return replace(measure, seconds=float(said[1])) if said else measure

    def duckdb_query(self, database: Path, *questions: str) -> list[list[tuple]]:
        """Answers out of a DuckDB file, which only the peers' Python can open."""
        script = "import duckdb, json, sys; c = duckdb.connect(sys.argv[1], read_only=True); " \
            "print(json.dumps([c.execute(q).fetchall() for q in sys.argv[2:]], default=str))"
        told = json.loads(output([self.python, "-c", script, database, *questions]))
        return [[tuple(row) for row in rows] for rows in told]

    # Data that several jobs share

    def made(self, name: str, make) -> Path:
        """A file or folder of the data folder; `make(path)` is asked for it once. Half a one is not kept."""
        path = self.data / name
        if not path.exists():
            half = self.data / f"half-{name}"
            log, index = (half.with_name(half.name + end) for end in ("-wal", "-shm"))
            for left in (half, log, index):
                remove(left)
            make(half)
            if log.exists() and log.stat().st_size > 0:
                raise Failed(f"{log.name} holds what {half.name} does not: close the database first")
            half.rename(path)
        return path

    def demo(self) -> Path:
        """A whole demonstration of department 71: register bundle, laboratory files, database."""
        def make(path):
            self.run([self.vigie, "demo", "--department", DEPARTMENT, "--scale", f"{self.scale:g}", "--output", path])
        return self.made("demo", make)

    def bundle(self) -> Path:
        return self.demo() / "reception" / "registre"

    def accounts(self, database: str | Path) -> None:
        """Tables, and the accounts that act in a benchmark."""
        self.vigie_run(database, "database", "migrate")
        self.vigie_run(database, "user", "add", "admin", "--role", "administrator", "--name", "Banc d'essai")
        for login, role in [("ddpp", "authority"), ("inspecteur", "inspector")]:
            words = ["user", "add", login, "--role", role, "--name", login, "--department", DEPARTMENT]
            self.vigie_run(database, *words, user="admin")

    def empty(self) -> Path:
        """A database with its tables and accounts, and nothing else."""
        return self.made("empty.sqlite", self.accounts)

    def imported(self) -> Path:
        """The same with the register of the department."""
        def make(path):
            shutil.copy(self.empty(), path)
            self.vigie_run(path, "register", "import", "--fictitious", self.bundle())
        return self.made("imported.sqlite", make)

    def fresh(self, source: Path, name: str) -> Path:
        """A copy to work in, in the page cache as the file of a running house is."""
        target = self.work / name
        for leftover in self.work.glob(f"{name}*"):
            remove(leftover)
        shutil.copy(source, target)
        os.sync()
        return target


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def opened(database: Path):
    """A connection that commits and is closed at the end: one left open keeps what others write in their log."""
    with closing(sqlite3.connect(database)) as connection, connection:
        yield connection


def query(database: Path, sql: str) -> list[tuple]:
    with opened(database) as connection:
        return connection.execute(sql).fetchall()


def output(command: list, **options) -> str:
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, **options).stdout
