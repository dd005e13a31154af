"""What people do with Vigie, done in a real browser (issue 3, §8). Each flow returns what is wrong; nothing is good."""

from urllib.parse import parse_qs, urlsplit

from house import House

CAMPAIGN = "/campagnes/63/2026"


def told(page) -> str:
    """What the page says above its content."""
    return " ".join(page.locator("main .notice").all_inner_texts())


def open_all(page):
    """Unfolds what is folded: forms that no mouse has opened yet."""
    page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")


def signs_in_and_out(house: House):
    wrong = []
    with house.visit() as page:
        page.goto(f"{CAMPAIGN}/suivi")
        page.fill("#login", "inspecteur")
        page.fill("#password", "un mot de passe faux")
        page.click("main button")
        if page.locator("[role=alert]").count() == 0 or page.input_value("#login") != "inspecteur":
            wrong.append("a wrong password is not told, or the login is lost")
        page.fill("#password", house.passwords["inspecteur"])
        page.click("main button")
        if urlsplit(page.url).path != f"{CAMPAIGN}/suivi":
            wrong.append(f"after signing in one is not where one wanted to be: {page.url}")
        page.click("header .who button")
        page.goto(f"{CAMPAIGN}/suivi")
        if "/connexion" not in page.url:
            wrong.append("signing out does not end the session")
    return wrong


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


def evaluates_and_reports_a_batch(house: House):
    """Two interventions at once; leukosis keeps what it has (PM); one comment for both reports (PRO-249)."""
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi?maladie=BRU&statut=AS&sans-evaluation=1")
        numbers = [text.strip() for text in page.locator("tbody th").all_inner_texts()][:2]
        if len(numbers) < 2:
            return [f"the demonstration has {len(numbers)} interventions to evaluate together"]

        def tick():
            for number in numbers:
                page.check(f"input[name=choix][aria-label$='{number}']")
            open_all(page)

        tick()
        page.select_option("#valeur-BRU", "C")
        page.fill("#commentaire-BRU", "Non négatif confirmé.")
        page.click("#lot button[formaction*='/lot/evaluation']")
        if page.locator("main .notice.done").count() == 0:
            return [f"the batch is not evaluated: {told(page)}"]
        page.goto(f"{CAMPAIGN}/suivi")
        tick()
        page.fill("#lot-commentaire", "Contrôle du lot.")
        page.click("#lot button[formaction*='/lot/rapports']")
        page.goto(f"{CAMPAIGN}/suivi?niveau=2")
        reported = " ".join(page.locator("tbody th").all_inner_texts())
        for number in numbers:
            if number not in reported:
                wrong.append(f"{number} has no report")
                continue
            page.goto(f"/interventions/{number}")
            if "Contrôle du lot." not in page.inner_text("#rapports"):
                wrong.append(f"{number}: the report has no comment")
    return wrong


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


def corrects_and_replays_a_refused_line(house: House):
    """A laboratory's file with a smeared number: the good line counts at once, the other after its correction."""
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi?maladie=BRU&statut=EC")
        for number in [text.strip() for text in page.locator("tbody th").all_inner_texts()]:
            page.goto(f"/interventions/{number}")
            rows = page.locator("#bovins tbody tr").all()
            present = [row.locator("th").inner_text().strip() for row in rows if not row.locator("td").nth(2).inner_text()]
            if len(present) >= 2:
                break
        else:
            return ["the demonstration has no intervention that waits for results"]
        good, smeared = present[0], present[1][:-1] + "O"
        sample = '<sample number="{0}" animal="{1}" sampled-on="2026-03-10" received-on="2026-03-11">' \
            '<result disease="BRU" method="EAT" matrix="blood" interpretation="NEG" analysed-on="2026-03-12"/></sample>'
        text = '<?xml version="1.0" encoding="UTF-8"?>\n<analysis-report xmlns="urn:vigie:analysis-report:1" ' \
            'version="1"><envelope sender="LABO-99" recipient="DDPP-99" created-on="2026-03-16" reference="ESSAI-1"/>' \
            f'<request intervention="{number}">\n{sample.format("E1", good)}\n{sample.format("E2", smeared)}\n' \
            '</request></analysis-report>\n'
        page.goto("/fichiers")
        page.set_input_files("#fichier", {"name": "essai.xml", "mimeType": "text/xml", "buffer": text.encode()})
        page.click("form[data-upload] button")
        page.wait_for_selector("#etat a[href^='/fichiers/']", timeout=30000)
        page.click("#etat a[href^='/fichiers/']")
        line = page.locator("textarea.line")
        if line.count() != 1 or smeared not in line.input_value():
            return [f"the refused line does not wait: {page.inner_text('main')[:400]}"]
        line.fill(line.input_value().replace(smeared, present[1]))
        file = page.url
        page.click("form[action$='/rejouer'] button")
        page.wait_for_selector("#etat strong:has-text('terminé')", timeout=30000)
        page.goto(file)
        if page.locator("textarea.line").count():
            wrong.append("the corrected line still waits")
        page.goto(f"/interventions/{number}")
        for animal in (good, present[1]):
            if "NEG" not in page.inner_text(f"#bovins tr:has-text('{animal}')"):
                wrong.append(f"{number}: {animal} has no result")
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
        for hour, said in [("15:00", "Trop tard"), ("03:00", "Trop tôt"), ("09:00", "dans les temps")]:
            page.fill("#lecture-heure", hour)
            if said not in page.inner_text("[data-window]"):
                wrong.append(f"read at {hour}: {page.inner_text('[data-window]')}")
        page.select_option("#subjective", "oui")
        rows = page.locator("[data-working]")
        if rows.count() > 1:
            page.fill("#trouver", rows.first.get_attribute("data-working"))
            if page.locator("[data-working]:visible").count() >= rows.count():
                wrong.append("the working number does not find its animal")
            page.keyboard.press("Enter")
        page.locator("[data-working]:visible select").first.select_option("untested:dangerous")
        # Not by a script's text, which the content security policy would refuse.
        page.wait_for_selector("#brouillon:has-text('Brouillon')", timeout=10000)
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


def works_with_the_keyboard_alone(house: House):
    """Signing in, searching and opening what was found need no mouse; the focus can always be seen."""
    wrong = []
    with house.visit() as page:
        page.goto("/connexion")
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
