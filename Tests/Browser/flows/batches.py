"""Many interventions at once."""

from house import House

from . import CAMPAIGN, open_all, told


def evaluates_and_reports_a_batch(house: House):
    """Two interventions at once; leukosis keeps what it has (PM); one comment for both reports (PRO-249)."""
    wrong = []
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi?maladie=BRU&statut=AS&sans-evaluation=1")
        # A disease whose results are still to come keeps its intervention from being reported.
        ready = page.locator("tbody tr:not(:has(.s-EC)) th")
        numbers = [text.strip() for text in ready.all_inner_texts()][:2]
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


def takes_back_a_batch(house: House):
    """The reports of a batch are taken back with one reason; nothing happens without one, or without a choice."""
    wrong, reason = [], "Émis avant la fin des analyses."
    with house.visit("inspecteur") as page:
        page.goto(f"{CAMPAIGN}/suivi?niveau=2")
        numbers = [text.strip() for text in page.locator("tbody th").all_inner_texts()][:2]
        if len(numbers) < 2:
            return [f"the demonstration has {len(numbers)} reports to take back together"]

        def take_back(why: str):
            open_all(page)
            page.fill("#lot-motif", why)
            page.click("#lot button[formaction*='/lot/invalidation']")

        take_back(reason)
        if page.locator("main .notice.refused").count() == 0:
            wrong.append("taking back nothing is not refused")
        house.look(page, "nothing chosen to take back")
        for number in numbers:
            page.check(f"input[name=choix][aria-label$='{number}']")
        take_back("")
        if page.locator("main .notice.refused").count() == 0:
            wrong.append("taking back without a reason is not refused")
        for number in numbers:
            page.check(f"input[name=choix][aria-label$='{number}']")
        take_back(reason)
        if page.locator("main .notice.done").count() == 0:
            return wrong + [f"the reports are not taken back: {told(page)}"]
        house.look(page, "a batch taken back")
        for number in numbers:
            page.goto(f"/interventions/{number}")
            if reason not in page.inner_text("#rapports"):
                wrong.append(f"{number}: its report still stands")
    return wrong
