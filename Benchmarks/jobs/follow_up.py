"""The follow-up page, 20 requests a second: a department's against a route that only reads the rows, and the country's
against the department's.

*Bare* is a Hummingbird route that reads the 100 joined rows of the page by one prepared statement (`follow_up.sql`) and
sends as many bytes as our page has; it knows neither sessions nor rights, filters or columns (`Benchmarks/bare`).
"""

from harness.bench import ROOT, query
from harness.job import Contender, Job, Target
from harness.process import Failed, Measure
from harness.server import Client, free_port, signed_in, started, steady, vigie
from jobs.country import country, running

BARE, DEPARTMENT, QUIET = "bare Hummingbird route, the same rows", "the department's page", "the quiet server"
RATE, SECONDS = 20, 15
FILTERS = "niveau=1&maladie=BRU&plan-demande=1"
PAGE = f"/campagnes/71/2026/suivi?{FILTERS}"
COUNTRY = f"/suivi?{FILTERS}"
LINES = 100
MEMORY = {"idle": 80e6, "under load": 400e6}


def lines(page: bytes) -> int:
    return page.count(b'href="/interventions/')


def measured(server, path, cookies=None, during=None, seconds=SECONDS) -> Measure:
    """The 95th percentile as the seconds of a measure."""
    steady(server.port, path, RATE, 2, cookies).p95()  # the caches of a running house are warm
    before = server.cpu()
    if during:
        during()
    load = steady(server.port, path, RATE, seconds, cookies)
    return Measure(load.p95(), server.memory("VmHWM"), server.cpu() - before)


class FollowUp(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="follow-up", title="follow-up page, 100 rows with filters, 20 requests/s: 95th percentile",
            targets=[Target(BARE, at_most=3)], memory_limit=MEMORY["under load"])

    def prepare(self):
        self.database = self.bench.fresh(running(self.bench) / "vigie.sqlite", "follow-up.sqlite")
        self.idle = []
        self.bytes = 0

    def contenders(self):
        ours = {}

        def work():
            with vigie(self.bench, self.database) as server:
                self.idle.append(server.memory())
                cookies = signed_in(server, "inspecteur")
                page = Client(server.port, cookies).send("GET", PAGE).content
                ours["lines"], self.bytes = lines(page), len(page)
                return measured(server, PAGE, cookies)

        def bare():
            port = free_port()
            command = [ROOT / ".build" / "release" / "bare-route", self.database, port,
                       ROOT / "Benchmarks" / "jobs" / "follow_up.sql", self.bytes]
            with started(command, port, self.bench.work / "bare.log") as server:
                answer = Client(port).send("GET", "/suivi")
                ours["bare"] = int(answer.getheader("X-Rows"))
                if len(answer.content) != self.bytes:
                    raise Failed(f"{BARE} sent {len(answer.content)} bytes, not {self.bytes}")
                return measured(server, "/suivi")

        return [
            Contender("Vigie", work=work, answer=lambda: ours["lines"]),
            Contender(BARE, work=bare, answer=lambda: ours["bare"]),
        ]

    def remarks(self):
        idle = max(self.idle)
        return [f"`vigie serve` with the department's campaign, before the first page: {idle / 1e6:.0f} MB (to reach: "
                f"≤ {MEMORY['idle'] / 1e6:.0f} MB)."]


class Country(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="follow-up-country",
            title="the same for a national role, 43 departments: 95th percentile",
            targets=[Target(DEPARTMENT, at_most=1.5)], memory_limit=MEMORY["under load"])

    def prepare(self):
        self.database = self.bench.fresh(country(self.bench), "country.sqlite")
        self.interventions, = query(self.database, "SELECT count(*) FROM intervention")[0]

    def contenders(self):
        shown = {}

        def page(name, login, path):
            def work():
                with vigie(self.bench, self.database) as server:
                    cookies = signed_in(server, login)
                    shown[name] = lines(Client(server.port, cookies).send("GET", path).content)
                    return measured(server, path, cookies)
            return Contender(name, work=work, answer=lambda: shown[name])

        return [page("Vigie", "dgal", COUNTRY), page(DEPARTMENT, "inspecteur", PAGE)]

    def remarks(self):
        return [f"The national file holds {self.interventions:,} interventions."]
