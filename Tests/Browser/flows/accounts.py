"""Coming in, going out, being told, proving who one is."""

import base64
import hashlib
import hmac
import struct
import time
from urllib.parse import urlsplit

from house import House

from . import CAMPAIGN, told


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


def reads_notices_and_chooses(house: House):
    """The bell counts; a notice leads to what it is about and is read; all are; what one wants to be told is kept."""
    wrong = []
    with house.visit("ddpp") as page:
        page.goto("/")
        bell = page.get_attribute("a.bell", "aria-label")
        page.click("a.bell")
        house.look(page, "notices unread")
        unread = page.locator("main li.unread").count()
        if unread < 2:
            return [f"the demonstration has {unread} unread notices; the bell says {bell}"]
        page.locator("main li.unread a").first.click()
        if urlsplit(page.url).path.startswith("/avertissements"):
            wrong.append("a notice leads nowhere")
        page.goto("/avertissements")
        if page.locator("main li.unread").count() != unread - 1:
            wrong.append("the notice that was opened is not read")
        page.click("main li.unread >> nth=0 >> button")
        if page.locator("main li.unread").count() != unread - 2:
            wrong.append("the notice that was marked is not read")
        if unread > 2:
            page.click("main .actions button")
        if page.locator("main li.unread").count() or page.locator("a.bell .badge").count():
            wrong.append("not all are read")
        house.look(page, "notices read")
        page.goto("/compte/avertissements")
        box = page.locator("main input[name=ici]:not([disabled])").first
        before = box.is_checked()
        box.set_checked(not before)
        page.click("main form button.primary")
        if page.locator("main .notice.done").count() == 0 or box.is_checked() == before:
            wrong.append("the choice is not kept, or not told")
        house.look(page, "choice of notices kept")
    return wrong


def finds_who_read_what(house: House):
    """Who opened an intervention stands in the log of reads; filters that find nothing say so."""
    wrong = []
    with house.visit("ddpp") as page:
        page.goto(f"{CAMPAIGN}/suivi")
        link = page.locator("tbody th a").first
        number = link.inner_text().strip()
        link.click()
        # Reads are written down every two seconds.
        for _ in range(40):
            page.goto(f"/lectures?objet={number}")
            if page.locator("tbody tr").count():
                break
            page.wait_for_timeout(250)
        else:
            wrong.append(f"the log of reads does not know who opened {number}: {page.inner_text('main')[-300:]}")
        house.look(page, "the log of reads")
        page.goto("/lectures?compte=personne")
        if "Aucune consultation" not in page.inner_text("main") or page.locator("main table").count():
            wrong.append("an empty log of reads does not say so")
        house.look(page, "an empty log of reads")
    return wrong


def says_what_an_expired_session_does(house: House):
    """A session ends while somebody types: the sign-in says that nothing was saved, and leads back to it."""
    wrong, text = [], "Éleveur absent ce matin, rappeler jeudi."
    with house.visit() as page, house.visit("dgal") as other:
        house.sign_in(page, "dgal")
        page.goto("/compte/avertissements")
        page.fill("#adresse", "autre@exemple.invalid")
        other.goto("/compte")
        other.click("main form:not(:has([name=session])) button")
        page.click("form[action$='/adresse'] button >> nth=0")
        if "/connexion" not in page.url or "n'a pas été enregistré" not in page.inner_text("main"):
            wrong.append(f"nobody says that the session had ended: {page.inner_text('main')}")
        house.look(page, "a session that ended in a form")
        house.fill_in(page, "dgal")
        if urlsplit(page.url).path != "/compte/avertissements":
            wrong.append(f"one is not led back to the form: {page.url}")
        if page.input_value("#adresse") != "autre@exemple.invalid":
            wrong.append("what was typed is lost")
        house.look(page, "a form taken up again")
    return wrong


def totp(secret: str, later: int = 0) -> str:
    """The one-time code (RFC 6238) of now, or of so many steps later."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = struct.pack(">Q", int(time.time()) // 30 + later)
    mac = hmac.new(key, step, hashlib.sha1).digest()
    number = struct.unpack(">I", mac[mac[-1] & 15:][:4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def sets_up_a_second_factor(house: House):
    """Set up with an app's code, recovery codes shown once; then both let in, a wrong or used one does not."""
    wrong = []
    with house.visit() as page:
        house.sign_in(page, "laboratoire")
        page.goto("/compte/second-facteur")
        secret = page.inner_text("code.secret").replace(" ", "")
        house.look(page, "a second factor offered")
        page.fill("#code", "000000")
        page.click("main button.primary")
        if page.locator("[role=alert]").count() == 0:
            wrong.append("a wrong code is not told")
        house.look(page, "a second factor not confirmed")
        page.fill("#code", totp(secret))
        page.click("main button.primary")
        codes = page.locator("dl.secrets code").all_inner_texts()
        if len(codes) < 8:
            return wrong + [f"no recovery codes: {page.inner_text('main')}"]
        house.look(page, "recovery codes")
        page.goto("/compte/second-facteur")
        if codes[0] in page.content():
            wrong.append("the recovery codes are shown again")
        house.look(page, "a second factor set up")

        def come_in(code: str) -> bool:
            page.goto("/connexion")
            house.fill_in(page, "laboratoire")
            page.fill("#code", "123")
            page.click("main button.primary")
            if page.locator("[role=alert]").count() == 0:
                wrong.append("a code too short is not told")
            page.fill("#code", code)
            page.click("main button.primary")
            return "/connexion" not in page.url

        page.click("header .who button")
        if not come_in(codes[0]):
            wrong.append(f"a recovery code does not let in: {page.inner_text('main')}")
        page.click("header .who button")
        if come_in(codes[0]):
            wrong.append("a recovery code lets in twice")
        house.look(page, "a code refused")
        # The code of now was used for the set-up.
        page.fill("#code", totp(secret, later=1))
        page.click("main button.primary")
        if "/connexion" in page.url:
            wrong.append(f"the app's code does not let in: {page.inner_text('main')}")
    return wrong
