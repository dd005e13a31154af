"""What people do with Vigie, done in a real browser (issue 3, §8). Each flow returns what is wrong; nothing is good."""

from contextlib import suppress

from playwright.sync_api import TimeoutError

CAMPAIGN = "/campagnes/63/2026"


def told(page) -> str:
    """What the page says above its content, as soon as it does: what was sent may take a moment."""
    notices = page.locator("main .notice")
    with suppress(TimeoutError):
        notices.first.wait_for(timeout=10_000)
    return " ".join(notices.all_inner_texts())


def open_all(page):
    """Unfolds what is folded: forms that no mouse has opened yet."""
    page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")
