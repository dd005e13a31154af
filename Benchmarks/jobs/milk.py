"""A million milk results with all checks into SQLite, against a plain Python `csv` + `sqlite3` script."""

import random
from datetime import date, timedelta

from harness.bench import EXTRACTED_ON, opened, query
from harness.job import Contender, Job, Target

LINES = 1_000_000
LABORATORY = "LIAL-99"
PYTHON = "Python csv + sqlite3"
COLUMNS = [
    "holding_id", "disease", "sampled_on", "analysed_on", "received_on", "interpretation", "laboratory_id", "dossier",
    "line", "replaced_by",
]


class Milk(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="milk", title=f"{int(LINES * bench.scale):,} milk results with all checks, SQLite",
            targets=[Target(PYTHON, faster=2.5)])

    def prepare(self):
        self.source = self.bench.imported()
        self.file = self.bench.made(
            "milk.txt", lambda path: write_file(path, self.source, int(LINES * self.bench.scale)))
        self.database = self.bench.work / "milk.sqlite"

    def contenders(self):
        def reset():
            self.bench.fresh(self.source, self.database.name)

        words = ["--laboratory", LABORATORY, "--department", "71", "--fictitious"]
        return [
            Contender(
                "Vigie", reset=reset, answer=self.answer,
                work=lambda: self.bench.vigie_run(self.database, "results", "milk", self.file, *words)),
            Contender(
                PYTHON, reset=reset, answer=self.answer,
                work=lambda: self.bench.peer("milk.py", self.database, self.file, LABORATORY, EXTRACTED_ON)),
        ]

    def answer(self):
        """The rows themselves, summed: all columns but the ids."""
        sums = ", ".join(
            f"total(unicode({column}) * line % 9973), total(length({column}))" for column in COLUMNS)
        return query(self.database, f"SELECT count(*), {sums} FROM milk_result") + query(
            self.database, "SELECT disease, interpretation, count(*) FROM milk_result GROUP BY 1, 2 ORDER BY 1, 2")


def write_file(path, database, lines):
    """Dossiers in the laboratory's order, holdings in none; one result in two hundred is not negative."""
    chance = random.Random(71)
    with opened(database) as connection:
        holdings = [number for number, in connection.execute("SELECT number FROM holding ORDER BY id")]
    first = date(2025, 1, 1)
    codes = ["NEG"] * 199 + ["DTX"]
    with open(path, "w") as file:
        for line in range(lines):
            sampled = first + timedelta(days=chance.randrange(230))
            holding = chance.randrange(len(holdings))
            nature = chance.choice(("LBRUBVS", "LLEUBVS"))
            file.write(
                f"{nature};;;{sampled};{sampled + timedelta(days=5)};{holdings[holding]};{siret(holding)};;;;;"
                f"{chance.choice(codes)};D{line:08d}\n")


def siret(number):
    """A company's nine digits and its establishment's five, each with its check digit (Luhn)."""
    company = checked(f"99{number:06d}")
    return checked(f"{company}0001")


def checked(body):
    total = sum(int(digit) * 2 // 10 + int(digit) * 2 % 10 if place % 2 else int(digit)
                for place, digit in enumerate(reversed(body + "0")))
    return body + str(-total % 10)
