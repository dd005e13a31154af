"""The keyboard, no JavaScript, drawings."""

from house import House

from . import CAMPAIGN


def works_with_the_keyboard_alone(house: House):
    """Signing in, searching and opening what was found need no mouse; the focus can always be seen."""
    wrong = []
    with house.visit() as page:
        page.goto("/connexion")
        # The first field has the focus as soon as the page is there.
        page.wait_for_selector("#login:focus")
        page.keyboard.type("inspecteur")
        page.keyboard.press("Tab")
        page.keyboard.type(house.passwords["inspecteur"])
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if "/connexion" in page.url:
            return ["the sign-in form does not go with the keyboard"]
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") != "skip":
            wrong.append("the first stop is not the way past the navigation")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none":
                wrong.append("no visible focus: " + page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
            if page.evaluate("document.activeElement.id") == "recherche":
                break
        page.keyboard.type("99000009")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if "99000009" not in page.inner_text("main"):
            wrong.append(f"the search finds nothing: {page.url}")
    return wrong


def works_without_javascript(house: House):
    """The same pages, the same forms: filtered, noted, unfolded, without a script."""
    wrong = []
    with house.visit("inspecteur", javascript=False) as page:
        page.goto(f"{CAMPAIGN}/suivi")
        page.click("details.filters summary")
        page.select_option("#statut", "EC")
        page.select_option("#maladie", "BRU")
        page.click("details.filters button.primary")
        page.locator("tbody th a").last.click()
        page.click("form[action$='/notes'] >> xpath=ancestor::details/summary")
        page.select_option("form[action$='/notes'] select", "call")
        page.fill("form[action$='/notes'] textarea", "Éleveur rappelé, visite le 20 mars.")
        page.click("form[action$='/notes'] button")
        if "visite le 20 mars" not in page.inner_text("#notes") or "appel" not in page.inner_text("#historique").lower():
            wrong.append("the call is not on the page, or not in the history")
        page.goto(f"{CAMPAIGN}/carte")
        if page.locator("tbody tr").count() == 0 or page.locator(".map:visible").count():
            wrong.append("the map has no table")
        page.goto(f"{CAMPAIGN}")
        if not page.locator("figure table").first.is_visible():
            wrong.append("the charts have no table")
    return wrong


def draws_the_map_and_the_charts(house: House):
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/carte")
        page.wait_for_selector(".map path", state="attached")
        if page.locator(".map path").count() < 2:
            wrong.append("the communes are not on the map")
        page.goto("/carte")
        page.wait_for_selector(".map path", state="attached")
        if page.locator(".map path").count() < 90:
            wrong.append("the departments are not on the map")
        page.goto(CAMPAIGN)
        if page.locator("figure canvas:visible").count() < 2:
            wrong.append("the charts are not drawn")
    return wrong
