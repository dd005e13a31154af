"""What must be true of the pages in a real browser. Each check returns what is wrong; nothing is good."""

from axe_playwright_python.sync_playwright import Axe

from house import House
from walk import pages

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


def accessible(house: House):
    """axe-core finds no violation on any page of any role: light and dark, wide and narrow (issue 3, §8)."""
    wrong = []
    axe = Axe()
    manners = [("desktop", "light"), ("phone", "dark")]
    for login in house.passwords:
        for size, scheme in manners:
            with house.visit(login, size, scheme) as page:
                for path, answer in pages(page):
                    if answer.status >= 400:
                        wrong.append(f"{login} {path}: a link leads to {answer.status}")
                    for violation in axe.run(page, options=RULES).response["violations"]:
                        targets = [node["target"] for node in violation["nodes"][:3]]
                        wrong.append(f"{login} {size} {scheme} {path}: {violation['id']} {targets}")
    return wrong


def fits_phone(house: House):
    """No page is wider than a telephone; what is wide scrolls in its own frame."""
    wrong = []
    for login in house.passwords:
        with house.visit(login, "phone") as page:
            for path, _ in pages(page):
                width = page.evaluate("document.documentElement.scrollWidth")
                if width > 390:
                    wrong.append(f"{login} {path}: {width} pixels wide")
    return wrong


def signs_in_without_javascript(house: House):
    """Every page answers without JavaScript."""
    wrong = []
    with house.visit("inspecteur", javascript=False) as page:
        for path in ["/", "/suivi"]:
            answer = page.goto(path)
            if answer is None or answer.status != 200 or not page.inner_text("h1"):
                wrong.append(path)
    return wrong


def works_with_the_keyboard(house: House):
    """Signing in and opening the first intervention need no mouse; the focus can always be seen."""
    wrong = []
    with house.visit() as page:
        page.goto("/connexion")
        page.keyboard.type("inspecteur")
        page.keyboard.press("Tab")
        page.keyboard.type(house.passwords["inspecteur"])
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if "/connexion" in page.url:
            wrong.append("the sign-in form does not go with the keyboard")
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") != "skip":
            wrong.append("the first stop is not the way past the navigation")
        for _ in range(8):
            page.keyboard.press("Tab")
            if page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none":
                wrong.append("no visible focus: " + page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    return wrong


def types_a_tuberculin_report(house: House):
    """From the barn, on a telephone: found by working number, checked while typed, kept as a draft, stored (CAL-37)."""
    wrong = []
    with house.visit("veterinaire", "phone") as page:
        page.goto("/")
        link = page.locator("a[href$='/tuberculination']").first
        if link.count() == 0:
            return ["the veterinarian of the demonstration has no report to type"]
        link.click()
        for field, value in [("injection", "2026-03-13"), ("lecture", "2026-03-16"), ("injection-heure", "08:00")]:
            page.fill(f"#{field}", value)
        for hour, told in [("15:00", "Trop tard"), ("03:00", "Trop tôt"), ("09:00", "dans les temps")]:
            page.fill("#lecture-heure", hour)
            if told not in page.inner_text("[data-window]"):
                wrong.append(f"read at {hour}: {page.inner_text('[data-window]')}")
        page.select_option("#subjective", "oui")
        rows = page.locator("[data-working]")
        if rows.count() > 1:
            page.fill("#trouver", rows.first.get_attribute("data-working"))
            if page.locator("[data-working]:visible").count() >= rows.count():
                wrong.append("the working number does not find its animal")
            page.keyboard.press("Enter")
        page.locator("[data-working]:visible select").first.select_option("untested:dangerous")
        page.locator("#brouillon", has_text="Brouillon").wait_for(timeout=10000)
        page.reload()
        if page.input_value("#injection") != "2026-03-13":
            wrong.append("the draft was not kept")
        page.click("text=Enregistrer le compte rendu")
        if page.locator("[name=confirmer]").count():
            page.check("[name=confirmer]")
            page.click("text=Enregistrer le compte rendu")
        if "est enregistré" not in page.inner_text("main"):
            wrong.append("not stored: " + page.inner_text("main")[:300])
    return wrong


def complains_of_nothing(house: House):
    """No error in any console so far: no script failed, nothing broke the content security policy."""
    return list(dict.fromkeys(house.complaints))


ALL = [accessible, fits_phone, signs_in_without_javascript, works_with_the_keyboard, types_a_tuberculin_report,
    complains_of_nothing]
