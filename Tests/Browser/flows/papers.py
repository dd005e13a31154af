"""Papers of an intervention: scanned reports, photos."""

from house import House

from . import CAMPAIGN, open_all, told

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PROGRAM = b"MZ\x90\x00this is no paper"


def adds_withdraws_and_refuses_papers(house: House):
    """A scanned report is added, downloaded as it was sent, and withdrawn with a reason; no program passes for one."""
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi?maladie=BRU&statut=EC")
        page.locator("tbody th a").last.click()
        for name, content, says in [("rapport.pdf", PROGRAM, "PDF"), ("vide.pdf", b"", "vide"),
                ("Compte rendu signé.pdf", PDF, "enregistrée")]:
            open_all(page)
            page.set_input_files("#piece", {"name": name, "mimeType": "application/pdf", "buffer": content})
            page.click("form[action$='/pieces'] button")
            if says not in told(page):
                wrong.append(f"{name}: {told(page)}")
            if name == "rapport.pdf":
                house.look(page, "a paper that is none")
        link = page.locator("#pieces li a").filter(has_text="Compte rendu signé.pdf")
        if page.locator("#pieces li").count() != 1 or link.count() != 1:
            return wrong + ["the paper does not stand on the page, or another does: " + page.inner_text("#pieces")]
        answer = page.request.get(link.get_attribute("href"))
        if answer.body() != PDF or "attachment" not in answer.headers["content-disposition"]:
            wrong.append("the paper does not come back as it was sent")
        open_all(page)
        house.look(page, "an intervention with a paper")
        page.fill("#pieces form[action$='/retrait'] input[name=motif]", "Rapport d'un autre élevage.")
        page.click("#pieces form[action$='/retrait'] button")
        if "Rapport d'un autre élevage." not in page.inner_text("#pieces em"):
            wrong.append(f"the paper was not withdrawn: {told(page)}")
        house.look(page, "an intervention with a paper withdrawn")
        if "pièce" not in page.inner_text("#historique").lower():
            wrong.append("the history does not tell of the paper")
    return wrong
