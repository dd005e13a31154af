#!/usr/bin/env python3
"""sqlmap over the forms, the addresses and the API of a real `vigie serve` with a demonstration's data (issue 3 §6).

Pages are walked with signed-in sessions; each form and each address with parameters, one of a shape, is attacked once,
and so is each operation that the API's own description names. On SQLite, and on PostgreSQL within `with-postgres`.
Ends with 1 when sqlmap finds something, could not test something, or the server met a fault of its own.

    VIGIE=.build/debug/vigie   the program
    VIGIE_AUDIT_TARGETS=       only addresses that hold this word
"""
import concurrent.futures
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
VIGIE = ROOT / os.environ.get("VIGIE", ".build/debug/vigie")
SQLMAP = ROOT / ".test" / "audit" / "bin" / "sqlmap"
ONLY = os.environ.get("VIGIE_AUDIT_TARGETS", "")
LOGINS = ["admin", "ddpp", "inspecteur", "dgal", "veterinaire", "eleveur", "laboratoire"]
MOST_PAGES = 80  # of each of them
# They end the session that attacks, or ask for more work than an attack is worth.
LEFT_OUT = ("/deconnexion", "/compte/sessions", "/compte/mot-de-passe", "/compte/second-facteur", "/assets/", ".pdf",
            *[f"/administration/comptes/{login}" for login in LOGINS])


def told(text: str) -> None:
    print(f"sqlmap: {text}", file=sys.stderr, flush=True)


def vigie(*words) -> str:
    done = subprocess.run([str(VIGIE), *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"vigie {words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Page(html.parser.HTMLParser):
    """The links and forms of a page."""

    def __init__(self):
        super().__init__()
        self.links, self.forms, self.form = [], [], None

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "a" and has.get("href", "").startswith("/"):
            self.links.append(has["href"].split("#")[0])
        elif tag == "form":
            self.form = (has.get("method", "get").lower(), has.get("action") or "", {})
            self.forms.append(self.form)
        elif tag in ("input", "select", "textarea", "button") and self.form and has.get("name"):
            self.form[2].setdefault(has["name"], has.get("value") or "1")
        elif tag == "option" and self.form and self.form[2]:
            last = list(self.form[2])[-1]
            if has.get("value") and self.form[2][last] == "1":
                self.form[2][last] = has["value"]

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None


class Session:
    """A browser that is signed in."""

    def __init__(self, root, login, password):
        self.root, self.cookies = root, {}
        token = re.search(r'name="_form" value="([^"]*)"', self.get("/connexion"))[1]
        self.get("/connexion", {"login": login, "password": password, "retour": "/", "_form": token})
        token = re.search(r'name="_form" value="([^"]*)"', self.get("/compte"))
        if not token:
            raise SystemExit(f"{login} could not sign in")
        self.token = token[1]

    def get(self, path, form=None) -> str:
        return self.ask(path, form)[0]

    def ask(self, path, form=None) -> tuple:
        """The page, empty for what is none, and the status."""
        data = urllib.parse.urlencode(form).encode() if form else None
        # As a browser does with what stands in a link.
        path = urllib.parse.quote(path, safe="/?&=%:;,+*~#")
        request = urllib.request.Request(self.root + path, data, {"Cookie": self.cookie})
        try:
            answer = OPENER.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, value = line.split(";")[0].split("=", 1)
                self.cookies[name] = value
            if "text/html" not in answer.headers.get("Content-Type", ""):
                return "", answer.status
            return answer.read().decode(), answer.status

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(Stay)


def shape(address: str) -> str:
    path, _, query = address.partition("?")
    names = sorted(part.split("=")[0] for part in query.split("&") if part)
    return re.sub(r"[A-Z]*\d+", "N", path) + "?" + "&".join(names)


def walk(session: Session, most: int) -> dict:
    """shape → (address, form or None), from the first pages on, at most so many pages."""
    found, seen, waiting = {}, set(), ["/", "/suivi", "/campagnes", "/recherche?q=99", "/fichiers", "/compte"]
    while waiting and most > 0:
        address = waiting.pop(0)
        if shape(address) in seen or any(part in address for part in LEFT_OUT):
            continue
        seen.add(shape(address))
        most -= 1
        page = Page()
        page.feed(session.get(address))
        if "*" in marked(address):
            found.setdefault(("get", shape(address)), (address, None))
        waiting += page.links
        for method, action, fields in page.forms:
            action = action or address
            if any(part in action for part in LEFT_OUT) or action == "/fichiers":
                continue
            if method == "get":
                waiting.append(action + "?" + urllib.parse.urlencode(fields))
            else:
                found.setdefault(("post", shape(action)), (action, fields))
    return found


def marked(address: str) -> str:
    """With sqlmap's mark after each number of the path and each value of the query."""
    path, _, query = address.partition("?")
    path = "/".join(part + "*" if re.search(r"\d", part) and part != "v1" else part for part in path.split("/"))
    pairs = [f"{part.split('=')[0]}={part.partition('=')[2] or '1'}*" for part in query.split("&") if part]
    return path + ("?" + "&".join(pairs) if pairs else "")


def page_targets(root: str, sessions: dict) -> list:
    targets = []
    for login, session in sessions.items():
        for (method, name), (address, fields) in walk(session, MOST_PAGES).items():
            words = ["-u", root + marked(address), "--cookie", session.cookie]
            if method == "post":
                form = [f"{key}={urllib.parse.quote(value)}*" for key, value in fields.items() if key != "_form"]
                words = ["-u", root + address, "--cookie", session.cookie,
                         "--data", "&".join([f"_form={session.token}", *form])]
            targets.append((f"{login} {method} {name}", words))
    # The door itself: whoever knocks.
    stranger = Session.__new__(Session)
    stranger.root, stranger.cookies = root, {}
    token = re.search(r'name="_form" value="([^"]*)"', stranger.get("/connexion"))[1]
    targets.append(("stranger post /connexion", [
        "-u", root + "/connexion", "--cookie", stranger.cookie,
        "--data", f"_form={token}&login=ddpp*&password=x&retour=/*"]))
    unique = {}
    for name, words in targets:
        unique.setdefault(name.split(" ", 1)[1], (name, words))
    return list(unique.values())


def api_targets(root: str, token: str, known: dict) -> list:
    with urllib.request.urlopen(root + "/api/v1/openapi.json") as answer:
        document = json.load(answer)
    targets = []
    base = "" if any(path.startswith("/api") for path in document["paths"]) else "/api/v1"
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method not in ("get", "post", "put", "delete"):
                continue
            query = []
            for parameter in operation.get("parameters", []):
                parameter = resolved(parameter, document)
                value = str(known.get(parameter["name"], parameter.get("schema", {}).get("default", "1")))
                if parameter["in"] == "path":
                    path = path.replace("{" + parameter["name"] + "}", value + "*")
                elif parameter["in"] == "query":
                    query.append(f"{parameter['name']}={urllib.parse.quote(value)}*")
            words = ["-u", root + base + path + ("?" + "&".join(query) if query else ""), "--method", method.upper(),
                     "--headers", f"Authorization: Bearer {token}"]
            if method == "post" and "application/json" in str(operation.get("requestBody", {})):
                words += ["--data", '{"text":"x*","kind":"note*","date":"2021-02-01*"}',
                          "--headers", f"Authorization: Bearer {token}\\nContent-Type: application/json"]
            if "*" in " ".join(words):
                targets.append((f"api {method} {path}", words))
    return targets


def resolved(part: dict, document: dict) -> dict:
    while "$ref" in part:
        found = document
        for name in part["$ref"].split("/")[1:]:
            found = found[name]
        part = found
    return part


def attack(name: str, words: list, engine: str, folder: Path) -> str:
    """What is wrong with the target; empty: sqlmap tried and found nothing."""
    output = folder / re.sub(r"\W+", "-", name)[:80]
    done = subprocess.run(
        [str(SQLMAP), *words, "--batch", "--level", "1", "--risk", "1", "--technique", "BEU", "--dbms", engine,
         "--ignore-code", "*", "--disable-coloring", "--flush-session", "--threads", "2", "--timeout", "30",
         "--skip-waf", "--preprocess", str(HERE / "headers.py"), "--output-dir", str(output)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL)
    said = done.stdout + done.stderr
    if "identified the following injection" in said or "is vulnerable" in said:
        return "FOUND\n" + said[-3000:]
    if "do not appear to be injectable" not in said:
        return "not tested\n" + said[-1500:]
    return ""


HOSTILE = ["<script>alert(7)</script>", "\u202e\u2066x", "W" * 10000, "=cmd()", "a\r\nb: c", "99999999999999999999", "'\"`;--"]


def mistreat(sessions: dict) -> list:
    """What goes wrong when every field of every form of the pages, one at a time, holds what it should not."""
    wrong = []
    for login, session in sessions.items():
        for action, fields in walk(session, MOST_PAGES).values():
            for name in [name for name in fields or {} if name != "_form"]:
                for value in HOSTILE:
                    text, code = session.ask(action, {**fields, name: value, "_form": session.token})
                    if code >= 500 or "<script>alert(7)" in text:
                        wrong.append(f"{action} {name}={value[:20]!r} as {login}: {code}")
    return wrong


class Server:
    def __init__(self, folder: Path, database: str):
        (folder / "sign-in.toml").write_text('format = "vigie-sign-in-1"\n[proxies]\ntrusted = ["127.0.0.1"]\n')
        self.log = open(folder / "serve.log", "w+")
        self.process = subprocess.Popen(
            [str(VIGIE), "serve", "--demo", "--database", database, "--port", "0", "--api-rate", "10000000",
             "--workers", "0", "--today", "2026-03-17", "--sign-in", str(folder / "sign-in.toml")],
            stdout=self.log, stderr=subprocess.STDOUT, cwd=folder,
            env={**os.environ, "VIGIE_KEYS_FILE": str(folder / "keys")})

    @property
    def said(self) -> str:
        return Path(self.log.name).read_text()

    def __enter__(self):
        for _ in range(300):
            found = re.search(r"http://127\.0\.0\.1:\d+", self.said)
            if found:
                self.address = found[0]
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise SystemExit("vigie serve did not start:\n" + self.said)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()

    @property
    def passwords(self) -> dict:
        return dict(line.split("\t")[:2] for line in self.said.splitlines() if line.startswith("  ") and "\t" in line)


def run(engine: str, database: str, folder: Path) -> int:
    started = time.monotonic()
    words = ["demo", "--running", "--scale", "0.005", "--output", folder / "demo"]
    vigie(*words, *(["--database", database] if engine == "PostgreSQL" else []))
    access = ["--database", database, "--user", "admin"]
    token = vigie("user", "token", "add", "ddpp", "--name", "attaque", *access).strip()
    with Server(folder, database) as server:
        passwords = {name.strip(): word for name, word in server.passwords.items()}
        sessions = {login: Session(server.address, login, passwords[login]) for login in LOGINS}
        session = sessions["ddpp"]
        number = re.search(r"/interventions/(\d+)", session.get("/") + followed(session))
        known = {"department": "63", "year": "2026", "number": number[1] if number else "990000000001", "code": "A"}
        targets = page_targets(server.address, sessions) + api_targets(server.address, token, known)
        targets = [target for target in targets if ONLY in target[0]]
        told(f"{engine}: {len(targets)} targets, ready after {time.monotonic() - started:.0f} s")
        failed = 0
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = pool.map(lambda target: attack(*target, engine, folder), targets)
            for (name, _), wrong in zip(targets, results):
                if wrong:
                    failed += 1
                    told(f"{engine}: {name}: {wrong}")
        wrong = [] if ONLY else mistreat(sessions)
        wrong += [f"{login} was signed out on the way" for login, one in sessions.items()
                  if 'name="_form"' not in one.get("/compte")]
        failed += len(wrong)
        for line in wrong[:20]:
            told(f"{engine}: {line}")
        faults = [line for line in server.said.splitlines() if " internal" in line or "Fatal" in line]
        if faults:
            failed += 1
            told(f"{engine}: {len(faults)} faults of the server, the first: {faults[0]}")
    told(f"{engine}: {failed} of {len(targets)} failed, {time.monotonic() - started:.0f} s")
    return failed


def followed(session: Session) -> str:
    campaigns = re.findall(r'href="(/campagnes/\d+/\d+)', session.get("/campagnes"))
    return "".join(session.get(path + "/suivi") for path in campaigns[:3])


def control(folder: Path) -> None:
    """What can be found is found: otherwise nothing that follows says anything."""
    page = subprocess.Popen([sys.executable, str(HERE / "injectable.py")], stdout=subprocess.PIPE, text=True)
    try:
        port = page.stdout.readline().strip()
        said = attack("control", ["-u", f"http://127.0.0.1:{port}/?q=fictive*"], "SQLite", folder)
    finally:
        page.terminate()
        page.wait()
    if not said.startswith("FOUND"):
        raise SystemExit("sqlmap did not find what is there to be found\n" + said)


def main() -> int:
    if not SQLMAP.exists():
        raise SystemExit("scripts/setup-audit installs sqlmap")
    folder = Path(tempfile.mkdtemp(prefix="vigie-sqlmap-"))
    failed = 0
    try:
        control(folder)
        (folder / "sqlite").mkdir()
        failed += run("SQLite", f"sqlite:{folder}/sqlite/demo/vigie.sqlite", folder / "sqlite")
        server = os.environ.get("VIGIE_TEST_POSTGRES")
        if server:
            (folder / "postgres").mkdir()
            subprocess.run(["psql", "-q", server, "-c", "CREATE DATABASE vigie_sqlmap"], check=True)
            uri = re.sub(r"dbname=\w+", "dbname=vigie_sqlmap", server)
            if uri == server:
                uri = re.sub(r"(postgres(?:ql)?://[^/?]*)/?[^?]*", r"\1/vigie_sqlmap", server)
            failed += run("PostgreSQL", uri, folder / "postgres")
        else:
            told("without VIGIE_TEST_POSTGRES only SQLite is tried")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


sys.exit(main())
