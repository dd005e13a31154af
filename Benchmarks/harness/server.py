"""A server that a benchmark starts, and a steady load on it."""

import http.client
import re
import socket
import subprocess
import threading
import time
import urllib.parse
from contextlib import contextmanager
from dataclasses import dataclass, field

from harness.process import Failed

TODAY = "2026-03-17"
"""The day on which `vigie demo --running` leaves its campaign open."""


class Server:
    """A process that listens on a port of this machine."""

    def __init__(self, process, port, passwords=None):
        self.process, self.port, self.passwords = process, port, passwords or {}

    def memory(self, name="VmRSS") -> int:
        """Bytes: what it holds now, or with `VmHWM` the most it held."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(rf"{name}:\s+(\d+)", status.read())[1]) * 1024

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100


@contextmanager
def vigie(bench, database, *words):
    """`vigie serve --demo` on a database of `vigie demo --running`, with the passwords that it printed."""
    port = free_port()
    command = [bench.vigie, "serve", "--demo", "--database", f"sqlite:{database}", "--today", TODAY, "--port", port, *words]
    with started(command, port, bench.work / "server.log", stdout=subprocess.PIPE) as server:
        server.process.stdout.readline()
        for line in iter(server.process.stdout.readline, b""):
            cells = line.decode().strip().split("\t")
            if len(cells) < 2:
                break
            server.passwords[cells[0]] = cells[1]
        yield server


@contextmanager
def started(command, port, log, stdout=None):
    with open(log, "wb") as told:
        process = subprocess.Popen([str(word) for word in command], stdout=stdout or told, stderr=told)
    try:
        for _ in range(300):
            if process.poll() is not None:
                raise Failed(f"{command[0]} ended:\n{log.read_text()[-2000:]}")
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Client:
    """One connection that is kept, and its cookies."""

    def __init__(self, port, cookies=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = dict(cookies or {})

    def send(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            body = urllib.parse.urlencode(body)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self.connection.port}"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        answer.content = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, rest = value.split("=", 1)
                self.cookies[key] = rest.split(";")[0]
        return answer

    def sign_in(self, login, password):
        page = self.send("GET", "/connexion").content.decode()
        form = re.search(r'name="_form" value="([^"]*)"', page)[1]
        return self.send("POST", "/connexion", {"_form": form, "login": login, "password": password})


def signed_in(server, login) -> dict:
    """The cookies of a session."""
    client = Client(server.port)
    answer = client.sign_in(login, server.passwords[login])
    if answer.status != 303:
        raise Failed(f"{login} was not let in: {answer.status}")
    return client.cookies


@dataclass
class Load:
    """What a steady load gave."""

    seconds: list = field(default_factory=list)
    """From the moment at which each request was due until its last byte."""
    faults: list = field(default_factory=list)

    def p95(self) -> float:
        if self.faults:
            raise Failed(f"{len(self.faults)} requests failed, the first one: {self.faults[0]}")
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)]


def steady(port, path, rate, seconds, cookies=None, lanes=8) -> Load:
    """So many requests a second over `lanes` connections, at their times, however long the others take."""
    load, begin = Load(), time.perf_counter() + 0.05

    def lane(first):
        client = Client(port, cookies)
        for number in range(first, int(rate * seconds), lanes):
            due = begin + number / rate
            time.sleep(max(0, due - time.perf_counter()))
            try:
                answer = client.send("GET", path)
                if answer.status != 200:
                    load.faults.append(f"{answer.status} {path}")
            except (OSError, http.client.HTTPException) as error:
                load.faults.append(repr(error))
                client = Client(port, cookies)
            load.seconds.append(time.perf_counter() - due)

    threads = [threading.Thread(target=lane, args=(first,)) for first in range(lanes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return load
