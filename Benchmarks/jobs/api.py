"""One intervention as JSON: ours with token, rights, statuses and reasons, against a route that only reads a row.

All three answer the same intervention of the same file (at most 2 KB); wrk asks for eight seconds over 32 connections,
server and wrk on the same machine. *Bare* is a Hummingbird route that reads one row by a prepared statement and knows
neither tokens nor rights (`Benchmarks/bare`); *FastAPI* is the same endpoint as ours without rights.
"""

import json
import re
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import replace

from harness.bench import PEERS, ROOT, output, query
from harness.job import Contender, Job, Target
from harness.process import Failed, run
from harness.server import TODAY, free_port
from jobs.country import running

BARE, FASTAPI = "bare Hummingbird route, one row", "FastAPI, uvicorn, sqlite3"
SECONDS, CONNECTIONS = 8, 32
REQUESTS = 10_000
"""What the seconds that are told are for: wrk sends as many as it can."""


class API(Job):
    def __init__(self, bench):
        super().__init__(
            bench, name="api", title="one intervention as JSON, requests", targets=[
                Target(BARE, faster=0.35), Target(FASTAPI, faster=1.3)], memory_limit=400e6,
            units=("requests/s", {name: REQUESTS for name in ("Vigie", BARE, FASTAPI)}))

    def prepare(self):
        self.database = self.bench.fresh(running(self.bench) / "vigie.sqlite", "api.sqlite")
        self.number, = query(
            self.database, """SELECT i.number FROM intervention i JOIN inspection_report r
                ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id ORDER BY i.number DESC LIMIT 1""")[0]
        words = [self.bench.vigie, "user", "token", "add", "ddpp", "--name", "bench", "--database",
                 f"sqlite:{self.database}", "--user", "admin"]
        self.token = output(words).strip()
        self.port = free_port()
        self.bare = ROOT / ".build" / "release" / "bare-route"

    def contenders(self):
        url = f"http://127.0.0.1:{self.port}/api/v1/interventions/{self.number}"
        vigie = [self.bench.vigie, "serve", "--database", f"sqlite:{self.database}", "--port", self.port, "--today", TODAY,
                 "--api-rate", 1_000_000_000]
        fastapi = [self.bench.python, PEERS / "api_fastapi.py", self.database, self.port]
        return [
            self.contender("Vigie", vigie, url, self.token),
            self.contender(BARE, [self.bare, self.database, self.port], url),
            self.contender(FASTAPI, fastapi, url),
        ]

    def contender(self, name, command, url, token=""):
        answers = {}

        def work():
            log = open(self.bench.work / "server.log", "wb")
            server = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log)
            try:
                answers["last"] = wait(url, token, server)
                header = ["-H", f"Authorization: Bearer {token}"] if token else []
                measure = run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *header, url], self.bench.work / "wrk.log")
                told = (self.bench.work / "wrk.log").read_text()
                if "Non-2xx" in told:
                    raise Failed(f"{name}: {told}")
                asked = int(re.search(r"(\d+) requests in", told)[1])
                peak = re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{server.pid}/status").read())
                return replace(measure, seconds=measure.seconds * REQUESTS / asked, peak=int(peak[1]) * 1024)
            finally:
                server.terminate()
                server.wait(30)
                log.close()

        return Contender(name, work=work, answer=lambda: json.loads(answers["last"])["number"])


def wait(url, token, server):
    """The first answer, once the server listens."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    for _ in range(100):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5) as answer:
                return answer.read()
        except ConnectionError:
            time.sleep(0.1)
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionError):
                raise Failed(f"{url}: {error}") from error
            time.sleep(0.1)
    raise Failed(f"{url} does not answer")
