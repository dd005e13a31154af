"""One intervention, evaluated and reported; two people at it."""

from house import House

from . import CAMPAIGN, open_all, told


def evaluates_reports_and_takes_back_one(house: House):
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi?maladie=BRU&statut=AA")
        page.locator("tbody th a").first.click()
        open_all(page)
        page.select_option("#valeur-BRU", "B")
        page.fill("#commentaire-BRU", "Bovins manquants.")
        page.click("form[action$='/evaluation'] button")
        if "Évaluation enregistrée" not in told(page):
            return [f"not evaluated: {told(page)}"]
        open_all(page)
        page.click("form[action$='/rapport'] button")
        link = page.locator("#rapports a").first
        if link.count() == 0:
            return [f"no report: {told(page)}"]
        if not page.request.get(link.get_attribute("href")).body().startswith(b"%PDF"):
            wrong.append("the report is no PDF")
        open_all(page)
        page.fill("#invalidation-motif", "Rapport émis par erreur.")
        page.click("form[action$='/invalidation'] button")
        if "Rapport émis par erreur." not in page.inner_text("#rapports"):
            wrong.append(f"the report was not taken back: {told(page)}")
    return wrong


def tells_the_second_of_two_people(house: House):
    """Both have the page open; the first saves; the second is told what changed and loses nothing of what was typed."""
    wrong = []
    with house.visit("inspecteur") as first, house.visit("ddpp") as second:
        first.goto(f"{CAMPAIGN}/suivi?maladie=BRU&statut=EC")
        path = first.locator("tbody th a").first.get_attribute("href")
        for page in (first, second):
            page.goto(path)
            open_all(page)
        first.select_option("#valeur-BRU", "NE")
        first.click("form[action$='/evaluation'] button")
        if first.locator("main .notice.done").count() == 0:
            return [f"the first is refused: {told(first)}"]
        if second.locator("#valeur-BRU").count():
            second.select_option("#valeur-BRU", "AR")
            second.fill("#commentaire-BRU", "Vu autrement.")
            second.click("form[action$='/evaluation'] button")
            kept = second.input_value("#commentaire-BRU")
        else:
            second.fill("form[action$='/notes'] textarea", "Vu autrement.")
            second.click("form[action$='/notes'] button")
            kept = second.input_value("form[action$='/notes'] textarea")
        if "a changé depuis" not in told(second):
            wrong.append(f"the second is not told: {told(second)}")
        if kept != "Vu autrement.":
            wrong.append("what the second typed is lost")
    return wrong
