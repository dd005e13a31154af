"""Following up a campaign."""

from urllib.parse import parse_qs, urlsplit

from house import House

from . import CAMPAIGN, told


def filters_the_follow_up_and_keeps_a_view(house: House):
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi")
        all_lines = page.locator("tbody tr").count()
        page.click("details.filters summary")
        page.select_option("#maladie", "BRU")
        page.select_option("#statut", "AS")
        page.uncheck("[name=colonnes][value=veterinaire]") if page.locator(
            "[name=colonnes][value=veterinaire]").count() else page.locator("[name=colonnes]:checked").last.uncheck()
        columns = page.locator("[name=colonnes]:checked").count()
        page.click("details.filters button.primary")
        query = parse_qs(urlsplit(page.url).query)
        if query.get("statut") != ["AS"] or query.get("maladie") != ["BRU"]:
            wrong.append(f"the filters are not in the address: {page.url}")
        lines = page.locator("tbody tr").count()
        if not 0 < lines < all_lines:
            wrong.append(f"the filter shows {lines} of {all_lines} lines")
        page.click("details.filters summary")
        if page.locator("[name=colonnes]:checked").count() != columns:
            wrong.append("the columns are not those that were chosen")
        page.fill("#nom", "Anomalies brucellose")
        page.click("details.filters form[method=post] button >> nth=0")
        page.goto(f"{CAMPAIGN}/suivi")
        page.click(".views >> text=Anomalies brucellose")
        if page.locator("tbody tr").count() != lines:
            wrong.append("the view that was kept shows something else")
        for kind, start in [("csv", b"intervention"), ("xlsx", b"PK")]:
            link = page.locator(f"main a[href*='.{kind}']").first.get_attribute("href")
            answer = page.request.get(link)
            if answer.status != 200 or start not in answer.body()[:200]:
                wrong.append(f"no {kind} comes: {answer.status} {answer.body()[:60]}")
    return wrong


def follows_up_a_territory(house: House):
    """`/suivi` leads to the one campaign of a department with its filters, and shows all of them to the country."""
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto("/suivi")
        if urlsplit(page.url).path != f"{CAMPAIGN}/suivi":
            wrong.append(f"the only campaign is not the one that opens: {page.url}")
        page.click("details.filters summary")
        house.look(page, "filters of the follow-up")
        page.fill("#commune", "99999")
        page.click("details.filters button.primary")
        if "Aucun" not in page.inner_text("main") or page.locator("main table").count():
            wrong.append("a filter that finds nothing says nothing, or shows an empty table")
        house.look(page, "a filter that finds nothing")
    return wrong
