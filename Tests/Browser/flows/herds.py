"""Herds, the lists of their campaign, the settings that are looked at once a year."""

from house import House

from . import CAMPAIGN, open_all, told


def opens_closes_and_adds_a_herd(house: House):
    """Opened in its holding, closed, opened again; refused by the campaign, which says why at the field."""
    wrong = []
    with house.visit("ddpp") as page:
        page.goto("/elevages")
        page.locator("main tbody th a[href^='/elevages/']").first.click()
        holding = page.url.rstrip("/").split("/elevages/")[1].split("/")[0]
        open_all(page)
        house.look(page, "acts on a herd")
        for part, value in [("code", "Z9"), ("motif", "Essai")]:
            page.fill(f"#ouverture-{part}", value)
        page.click("#ouverture button")
        if "ouvert" not in told(page) or not page.url.split("?")[0].endswith(f"/elevages/{holding}/Z9"):
            wrong.append(f"the herd that was opened is not shown: {page.url} {told(page)}")
        for form, words in [("fermeture", "Atelier fermé."), ("reouverture", "Atelier rouvert.")]:
            page.click(f"#{form} summary")
            page.fill(f"#{form}-motif", "Essai")
            page.click(f"#{form} button")
            if words not in told(page):
                wrong.append(f"{form} is not told: {told(page)}")
        page.click("text=Ajouter à la campagne en cours")
        house.look(page, "herds of a campaign")
        page.fill("#ajout-motif", "Essai")
        page.click("#ajout button")
        if page.locator("#ajout-atelier[aria-invalid=true]").count() == 0:
            wrong.append(f"a herd opened today joins the campaign: {told(page)}")
        house.look(page, "a herd that may not join")
    return wrong


def sends_the_lists(house: House):
    """Each list opens; one that is sent gives files for each recipient, and its sending is kept."""
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/listes")
        lists = [link.get_attribute("href") for link in page.locator("main ul.work a").all()]
        if len(lists) < 8:
            wrong.append(f"there are {len(lists)} lists")
        for path in lists:
            page.goto(path)
            for link in page.locator("main tbody a").all()[:2]:
                answer = page.request.get(link.get_attribute("href"))
                if answer.status != 200 or not answer.body():
                    wrong.append(f"{path}: no file comes, {answer.status}")
        page.goto(f"{CAMPAIGN}/listes/practices")
        page.click("main section button")
        if "Envoi enregistré" not in told(page):
            wrong.append(f"the sending is not told: {told(page)}")
        house.look(page, "a list that was sent")
    return wrong


def verifies_the_settings(house: House):
    """Once a year; what is found stands above the settings."""
    wrong = []
    with house.visit("ddpp") as page:
        page.goto("/parametres/63/verification")
        page.click("main form button.primary")
        if "archivée" not in told(page):
            wrong.append(f"the verification is not told: {told(page)}")
        house.look(page, "a verification")
    with house.visit("dgal") as page:
        page.goto("/regions/84")
        open_all(page)
        page.fill("#regles input[type=text] >> nth=0", "beaucoup")
        page.fill("#regles-motif", "Essai")
        page.click("#regles button")
        if page.locator("[role=alert]").count() == 0:
            wrong.append("a rule that is no number is not refused")
        house.look(page, "a rule of a region that is refused")
    return wrong
