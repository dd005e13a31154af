"""Sampling documents, from their edition to the post."""

from urllib.parse import urlsplit

from house import House

from . import CAMPAIGN, told


def prints_documents_and_pages(house: House):
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto("/documents")
        link = page.locator("tbody a[href$='.pdf']").first.get_attribute("href")
        answer = page.request.get(link)
        if not answer.body().startswith(b"%PDF") or "pdf" not in answer.headers["content-type"]:
            wrong.append(f"{link} is no PDF")
        page.goto(f"{CAMPAIGN}/suivi")
        page.emulate_media(media="print")
        for part, is_shown in [("header.masthead", False), ("details.filters", False), ("main table", True)]:
            if page.locator(part).first.is_visible() != is_shown:
                wrong.append(f"on paper, {part} is {'missing' if is_shown else 'shown'}")
    return wrong


def edits_validates_prints_and_sends_by_batch(house: House):
    """A veterinarian asks for a document anew; it is edited, then chosen in its list: validated, printed, sent."""
    wrong = []
    with house.visit("veterinaire") as page:
        page.goto("/")
        page.locator("main tbody a[href^='/interventions/']").first.click()
        number = urlsplit(page.url).path.split("/")[-1]
        page.click("a[href$='/reedition']")
        house.look(page, "asking for a document anew")
        page.fill("main textarea", "Document mouillé.")
        page.click("main form button")
        if page.locator("main .notice").count() == 0:
            wrong.append("asking for a document anew is not told")
        house.look(page, "a document asked for anew")
    with house.visit("inspecteur") as page:

        def stage(state: str):
            page.goto(f"{CAMPAIGN}/documents?etat={state}")

        def numbers() -> list[str]:
            return [text.strip() for text in page.locator("tbody th").all_inner_texts()]

        page.goto(f"{CAMPAIGN}/documents")
        page.uncheck("main section li [name=valider]")
        page.click("main section li button")
        if "réédité" not in told(page):
            wrong.append(f"the new edition is not told: {told(page)}")
        for state, act, is_job in [("draft", "validate", False), ("unprinted", "print", True),
                ("unsent", "send", False)]:
            stage(state)
            if number not in numbers():
                return wrong + [f"{number} is not among the documents to {act}: {numbers()[:5]}"]
            page.click(f"button[value={act}]")
            if page.locator("[role=alert]").count() == 0:
                wrong.append(f"{act}: choosing nothing is not refused")
            for chosen in {number, numbers()[0]}:
                page.check(f"input[name=choix][value='{chosen}']")
            house.look(page, f"documents to {act}, after a refusal")
            page.click(f"button[value={act}]")
            if is_job:
                page.wait_for_selector("#etat strong:has-text('terminé')", timeout=30000)
                house.look(page, f"documents: job to {act}")
            elif page.locator("main .notice.done").count() == 0:
                wrong.append(f"{act}: the page does not say that it is done: {told(page)}")
        stage("sent")
        house.look(page, "documents sent")
        if number not in numbers():
            wrong.append(f"{number} is not among those sent")
        page.goto(f"{CAMPAIGN}/registre-des-envois")
        if number not in page.inner_text("main"):
            wrong.append(f"{number} is not in the sending register")
    return wrong
