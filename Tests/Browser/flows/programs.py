"""What people set up for programs of theirs."""

from house import House

from . import told


def looks_after_a_webhook(house: House):
    """Refused without an event, added, its secret shown once, tried, its secret changed, removed."""
    # Nobody listens there; the demonstration alone may call this machine.
    wrong, address = [], "http://127.0.0.1:9/vigie"
    with house.visit("ddpp") as page:
        page.goto("/compte/webhooks")
        house.look(page, "no webhook yet")
        page.fill("#address", address)
        page.click("main section button.primary")
        if page.locator("[role=alert]").count() == 0 or page.input_value("#address") != address:
            wrong.append("a webhook without an event is not refused, or what was typed is lost")
        house.look(page, "a webhook refused")
        page.locator("main input[name=kind]").first.check()
        page.click("main section button.primary")
        if page.locator("#secret").count() == 0:
            return wrong + [f"no secret is shown: {told(page)}"]
        secret = page.input_value("#secret")
        house.look(page, "a webhook's secret")
        page.goto("/compte/webhooks")
        if secret in page.content():
            wrong.append("the secret is shown again")
        house.look(page, "a webhook in the list")
        page.locator("tbody a").filter(has_text=address).click()
        page.click("form[action$='/essai'] button")
        if page.locator("main .notice.done").count() == 0 or page.locator("main tbody tr").count() != 1:
            wrong.append(f"the trial is not told, or not in the list: {told(page)}")
        house.look(page, "a webhook tried")
        page.click("form[action$='/secret'] button")
        if page.input_value("#secret") == secret:
            wrong.append("the secret was not changed")
        page.click("form[action$='/retrait'] button")
        if page.locator("main .notice.done").count() == 0 or address in page.inner_text("main"):
            wrong.append(f"the webhook was not removed: {told(page)}")
    return wrong
