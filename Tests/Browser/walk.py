"""Walks the links of a role's pages: one page of every shape."""

import re
from urllib.parse import urlsplit

# Enough for every kind of page; a page that is not reached by links is not a page.
MOST_PAGES = 60


def shape(path: str) -> str:
    """Pages that differ by a number or by their filters only are of one shape."""
    return re.sub(r"[0-9]+|FR[0-9]+", "#", urlsplit(path).path)


def is_page(path: str) -> bool:
    return not re.search(r"\.(csv|pdf|xml|xlsx|json|zip)$|/assets/", urlsplit(path).path)


def pages(page, start: str = "/"):
    """Opens each page and yields its path; whoever uses it looks at the page meanwhile."""
    seen, waiting = {shape(start)}, [start]
    while waiting and len(seen) <= MOST_PAGES:
        path = waiting.pop(0)
        answer = page.goto(path)
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield path, answer
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            link = link.split("#")[0]
            if not link.startswith("/") and not link.startswith("?"):
                continue
            target = urlsplit(page.url).path + link if link.startswith("?") else link
            if is_page(target) and shape(target) not in seen:
                seen.add(shape(target))
                waiting.append(target)
