"""A running Vigie with the fictitious campaign, and browsers for its accounts."""

import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

import look
from look import SIZES

CHROMIUM = shutil.which("chromium")
# The day on which the demonstration leaves its campaign open.
TODAY = "2026-03-17"


class House:
    """Where Vigie answers, and the passwords of its demonstration accounts."""

    def __init__(self, address: str, passwords: dict[str, str], browser):
        self.address = address
        self.passwords = passwords
        self.browser = browser
        self.complaints: list[str] = []
        # What is wrong with pages that somebody stopped to look at.
        self.faults: list[str] = []
        # Who has signed in stays so: the cookies of each account.
        self.cookies: dict[str, list] = {}
        self.manners: dict = {}

    @contextmanager
    def visit(self, login: str | None = None, size: str = "desktop", scheme: str = "light", javascript: bool = True):
        """A page of a fresh browser, signed in. What its console complains of is noted."""
        width, height = SIZES[size]
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=javascript,
            locale="fr-FR", base_url=self.address)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("console", lambda line: self._note(page, line.type, line.text))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        self.manners[page] = (size, scheme)
        try:
            if login in self.cookies:
                context.add_cookies(self.cookies[login])
            elif login:
                self.sign_in(page, login)
                self.cookies[login] = context.cookies()
            yield page
        finally:
            del self.manners[page]
            context.close()

    def look(self, page, state: str):
        """Looks at the page in the state that it has been brought to: accessible, no wider than a telephone."""
        self.faults += [f"{state}: {fault}" for fault in look.faults(page, self.manners[page])]

    def _note(self, page, kind: str, text: str):
        # A page that answers 4xx on purpose is not a complaint.
        if kind in ("error", "warning") and not text.startswith("Failed to load resource: the server responded"):
            self.complaints.append(f"{page.url}: {text}")

    def sign_in(self, page, login: str):
        page.goto("/connexion")
        self.fill_in(page, login)
        assert "/connexion" not in page.url, f"{login} was not let in: {page.inner_text('main')}"

    def fill_in(self, page, login: str):
        """On the sign-in page, whatever it leads to."""
        page.fill("#login", login)
        page.fill("#password", self.passwords[login])
        with page.expect_navigation():
            page.click("main button")


def demonstrate(vigie: str, folder: Path, scale: str = "0.03"):
    """Makes a demonstration in `folder`, once. A smaller one has no tuberculin test."""
    if not (folder / "vigie.sqlite").exists():
        subprocess.run(
            [vigie, "demo", "--running", "--scale", scale, "--output", str(folder)], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def house(vigie: str, folder: Path):
    """Serves the demonstration in `folder` on a free port, opens a browser."""
    root = Path(__file__).resolve().parents[2]
    server = subprocess.Popen(
        [vigie, "serve", "--demo", "--database", f"sqlite:{folder / 'vigie.sqlite'}", "--today", TODAY, "--port", "0",
         "--assets", str(root / ".web" / "assets")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        address = None
        for line in server.stderr:
            found = re.search(r"http://[0-9.]+:[0-9]+", line)
            if found:
                address = found.group()
                break
        if address is None:
            sys.exit("vigie serve ended before it listened")
        # The accounts were printed before it listened.
        passwords = {}
        server.stdout.readline()
        for line in iter(server.stdout.readline, ""):
            fields = line.strip().split("\t")
            if len(fields) < 2:
                break
            passwords[fields[0]] = fields[1]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            yield House(address, passwords, browser)
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=30)
