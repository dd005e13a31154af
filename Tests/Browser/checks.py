"""What must be true of every page in a real browser. Each check returns what is wrong; nothing is good."""

from axe_playwright_python.sync_playwright import Axe

from house import House, SIZES
from walk import FAMILIES, pages

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
# What a wider and lighter page can break that a narrow dark one does not show.
OF_THE_DESKTOP = {"runOnly": {"type": "rule", "values": ["color-contrast", "scrollable-region-focusable", "region"]}}


def every_page_is_accessible_and_narrow(house: House):
    """axe-core finds no violation on any page of any role, on a dark telephone and on a light desktop; no page is wider
    than a telephone; no link leads nowhere (issue 3, §8)."""
    wrong, drawn, axe = [], set(), Axe()

    def look(page, login: str, path: str, manner: str, rules: dict):
        for violation in axe.run(page, options=rules).response["violations"]:
            targets = [node["target"] for node in violation["nodes"][:3]]
            wrong.append(f"{login} {manner} {path}: {violation['id']} {targets}")

    order = list(FAMILIES)
    for login in sorted(house.passwords, key=lambda name: order.index(name) if name in order else len(order)):
        with house.visit(login, "phone", "dark") as page:
            for path in pages(page, login, drawn, wrong):
                width = page.evaluate("document.documentElement.scrollWidth")
                if width > SIZES["phone"][0]:
                    wrong.append(f"{login} {path}: {width} pixels wide")
                look(page, login, path, "phone dark", RULES)
                house.resize(page, "desktop", "light")
                look(page, login, path, "desktop light", OF_THE_DESKTOP)
                house.resize(page, "phone", "dark")
    return wrong


def consoles_complain_of_nothing(house: House):
    """No error in any console so far: no script failed, nothing broke the content security policy."""
    return list(dict.fromkeys(house.complaints))
