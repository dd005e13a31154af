"""The follow-up page while 20 people sign in a second, for ten seconds, and a department's register is imported into the
same file, against the quiet server.

A sign-in may be answered 503 with `Retry-After`; nothing else may fail.
"""

import subprocess
import threading
import time

from harness.bench import EXTRACTED_ON
from harness.job import Contender, Job, Target
from harness.process import Failed
from harness.server import Client, signed_in, vigie
from jobs.country import running
from jobs.follow_up import MEMORY, PAGE, QUIET, lines, measured

SIGN_INS, FOR = 20, 10


class Rush(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="rush", title="the department's page during 20 sign-ins/s and an import: 95th percentile",
            targets=[Target(QUIET, at_most=2)], memory_limit=MEMORY["under load"])

    def prepare(self):
        self.demo = running(self.bench)
        self.told = []

    def contenders(self):
        shown = {}

        def page(name, rush):
            def work():
                database = self.bench.fresh(self.demo / "vigie.sqlite", "rush.sqlite")
                with vigie(self.bench, database) as server:
                    cookies = signed_in(server, "inspecteur")
                    shown[name] = lines(Client(server.port, cookies).send("GET", PAGE).content)
                    crowd = Crowd(server, self.bench, database, self.demo) if rush else None
                    measure = measured(server, PAGE, cookies, crowd and crowd.start, seconds=FOR)
                    if crowd:
                        self.told.append(crowd.end())
                    return measure
            return Contender(name, work=work, answer=lambda: shown[name])

        return [page("Vigie", True), page(QUIET, False)]

    def remarks(self):
        let_in, busy = map(sum, zip(*[(told[0], told[1]) for told in self.told]))
        return [f"Of the sign-ins in the rush {let_in} were let in and {busy} asked to come back (503, `Retry-After`)."]


class Crowd:
    """People who sign in at a steady rate, and the import of a register."""

    def __init__(self, server, bench, database, demo):
        self.server = server
        self.statuses = []
        self.command = [
            bench.vigie, "register", "import", "--fictitious", demo / "reception" / "registre", "--database",
            f"sqlite:{database}", "--user", "ddpp", "--today", EXTRACTED_ON]
        self.log = bench.work / "rush-import.log"

    def start(self):
        self.importing = subprocess.Popen(
            [str(word) for word in self.command], stdout=open(self.log, "wb"), stderr=subprocess.STDOUT)
        begin = time.perf_counter()
        self.people = [
            threading.Thread(target=self.sign_in, args=(begin + number / SIGN_INS,)) for number in range(SIGN_INS * FOR)]
        for person in self.people:
            person.start()

    def sign_in(self, due):
        time.sleep(max(0, due - time.perf_counter()))
        answer = Client(self.server.port).sign_in("eleveur", self.server.passwords["eleveur"])
        self.statuses.append("503" if answer.status == 503 and answer.getheader("Retry-After") else str(answer.status))

    def end(self):
        for person in self.people:
            person.join()
        if self.importing.wait(300) != 0:
            raise Failed(self.log.read_text()[-2000:])
        wrong = [status for status in self.statuses if status not in ("303", "503")]
        if wrong or len(self.statuses) != SIGN_INS * FOR:
            raise Failed(f"sign-ins answered {sorted(set(wrong))}, {len(self.statuses)} of {SIGN_INS * FOR} answered")
        return self.statuses.count("303"), self.statuses.count("503")
