"""Sampling documents, 40 animals with barcodes a page, against WeasyPrint on equal pages.

Ours prints the documents of herds under tuberculin test as a department does: read from the database, drawn, stored
with their digest, entered in the sending register, written as files. WeasyPrint gets the page as HTML for the animals
of the largest of these herds, and draws it: a heading, the list of animals, a label with a Code 128 barcode for each.
Ours also lists animals that get no label, and its last pages are not full; only labels are counted, by forty.
"""

import json
import re
import shutil

from harness.bench import opened, output, remove
from harness.job import Contender, Job, Target
from harness.process import Failed
from jobs.selection import Selection, select

WEASYPRINT = "WeasyPrint"
DOCUMENTS = 150
PEER_ANIMALS = 240
PER_PAGE = 40
PRINTED_ON = "2025-10-16"


class Sampling(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="sampling", title="sampling documents, 40 animals with barcodes a page",
            targets=[Target(WEASYPRINT, faster=100)])

    def prepare(self):
        self.source = self.bench.made("documents.sqlite", lambda path: validated_documents(self.bench, path))
        self.database = self.bench.work / "sampling.sqlite"
        self.ours, self.theirs = self.bench.work / "documents", self.bench.work / "weasyprint.pdf"
        self.list = self.bench.work / "animals.json"
        with opened(self.source) as connection:
            rows = connection.execute(
                """SELECT i.number, b.bytes FROM edition e
                JOIN intervention i ON i.campaign_id = e.campaign_id AND i.id = e.intervention_id
                JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                JOIN blob b ON b.digest = e.facts_digest
                WHERE e.state = 'validated' AND p.disease = 'TUB'
                ORDER BY i.number LIMIT ?""", (DOCUMENTS,)).fetchall()
        facts = {number: json.loads(text) for number, text in rows}
        asked = {number: {line.split(" ")[0] for line in fact["decision"]["requested"]}
                 for number, fact in facts.items()}
        if not any(asked.values()):
            raise Failed("no herd is under tuberculin test: take a larger SCALE")
        self.numbers = list(facts)
        self.largest = max(asked, key=lambda number: len(asked[number]))
        animals = [animal.split(" ") for animal in facts[self.largest]["animals"]]
        self.animals = [animal for animal in animals if animal[0] in asked[self.largest]][:PEER_ANIMALS]
        self.list.write_text(json.dumps(self.animals))
        labels = sum(len(animals) for animals in asked.values())
        self.units = ("pages/s", {"Vigie": labels / PER_PAGE, WEASYPRINT: len(self.animals) / PER_PAGE})

    def reset(self):
        self.bench.fresh(self.source, self.database.name)
        remove(self.ours)
        self.ours.mkdir()

    def print(self):
        return self.bench.vigie_run(
            self.database, "document", "print", "--department", "71", "--with-zero", "--output", self.ours,
            *self.numbers, user="inspecteur", today=PRINTED_ON)

    def contenders(self):
        return [
            Contender(
                "Vigie", reset=self.reset, work=self.print,
                answer=lambda: self.labels(self.ours / f"{self.largest}.pdf")),
            Contender(
                WEASYPRINT, reset=lambda: remove(self.theirs),
                work=lambda: self.bench.peer("sampling_weasyprint.py", self.list, self.theirs),
                answer=lambda: self.labels(self.theirs)),
        ]

    def labels(self, path):
        """Which of the peer's animals are on the paper, in the list and on a label."""
        text = re.sub(r"\s+", "", output(["pdftotext", "-layout", path, "-"]))
        return sum(text.count(number) >= 2 for number, *_ in self.animals)


def validated_documents(bench, path):
    selection = Selection(bench)
    selection.prepare()
    shutil.copy(selection.source, path)
    select(bench, path)
