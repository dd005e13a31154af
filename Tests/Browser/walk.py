"""Walks the links of a role's pages: one page of every shape, rendered once for all roles that see the same."""

import re
from html import unescape
from urllib.parse import urlsplit

# Roles that share their pages: what one of them has shown need not be drawn again for the next.
FAMILIES = {"ddpp": "territory", "inspecteur": "territory", "dgal": "territory", "region": "territory",
    "veterinaire": "own", "eleveur": "own", "laboratoire": "laboratory", "lait": "laboratory", "admin": "admin"}
# The same for everybody who is signed in.
COMMON = ("/aide", "/compte", "/travaux")
# One template, many names.
NAMED = [(r"/aide/regles/[a-z-]+", "/aide/regles/…"), (r"/aide/pages/[a-z-]+", "/aide/pages/…"),
         (r"/courriers/[a-z-]+$", "/courriers/…")]
# Enough for every kind of page; a page that is not reached by links is not a page.
MOST_PAGES = 80


def shape(path: str) -> str:
    """Pages that differ by a number or by their filters only are of one shape."""
    plain = urlsplit(path).path
    for pattern, name in NAMED:
        plain = re.sub(pattern, name, plain)
    return re.sub(r"[0-9]+|FR[0-9]+", "#", plain)


def is_page(path: str) -> bool:
    return not re.search(r"\.(csv|pdf|xml|xlsx|json|zip)$|/assets/|/pieces/", urlsplit(path).path)


def key(login: str, path: str) -> str:
    """What has to be drawn once: the first page of each role, common pages once, others once a family."""
    kind = shape(path)
    if kind == "/":
        return f"{login} /"
    return kind if kind.startswith(COMMON) else f"{FAMILIES.get(login, login)} {kind}"


def links(text: str, base: str):
    """The addresses of ours that a page leads to."""
    for link in re.findall(r'<a\b[^>]*?\bhref="([^"#]*)', text):
        link = unescape(link)
        if link.startswith("?"):
            yield urlsplit(base).path + link
        elif link.startswith("/"):
            yield link


def pages(page, login: str, drawn: set[str], wrong: list[str], elsewhere: set[str]):
    """Follows all links of a role; opens each page that was not drawn yet, here or `elsewhere`, and yields its path.
    Whoever uses it looks at the page meanwhile. A link that leads nowhere is wrong."""
    seen, waiting = {"/"}, ["/"]
    while waiting and len(seen) <= MOST_PAGES:
        path = waiting.pop(0)
        mark = key(login, path)
        if mark in drawn or shape(path).startswith(tuple(elsewhere)):
            answer = page.request.get(path)
            status, text = answer.status, answer.text()
        else:
            drawn.add(mark)
            status = page.goto(path).status
            text = page.content()
            yield path
        if status >= 400:
            wrong.append(f"{login} {path}: a link leads to {status}")
        for link in links(text, path):
            if is_page(link) and shape(link) not in seen:
                seen.add(shape(link))
                waiting.append(link)
