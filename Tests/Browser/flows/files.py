"""What laboratories and veterinarians send in."""

from house import House

from . import CAMPAIGN


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
