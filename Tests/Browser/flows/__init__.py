"""What people do with Vigie, done in a real browser (issue 3, §8). Each flow returns what is wrong; nothing is good."""

CAMPAIGN = "/campagnes/63/2026"


def told(page) -> str:
    """What the page says above its content."""
    return " ".join(page.locator("main .notice").all_inner_texts())


def open_all(page):
    """Unfolds what is folded: forms that no mouse has opened yet."""
    page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")
