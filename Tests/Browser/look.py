"""Looks at an open page with axe-core, on a dark telephone and on a light desktop."""

from axe_playwright_python.base import AXE_SCRIPT

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
# What a wider and lighter page can break that a narrow dark one does not show.
OF_THE_DESKTOP = {"runOnly": {"type": "rule", "values": ["color-contrast", "scrollable-region-focusable", "region"]}}

# A table of three hundred animals has a few kinds of lines. Lines built alike (tags, classes, attributes, what is
# empty) are looked at once, and the longest; the others are put aside meanwhile. What they could break together,
# identifiers that stand twice, is looked for before.
ASIDE = """() => {
    const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
    const twice = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
    const built = (part) => part.tagName + "." + part.className
        + [...part.attributes].map((attribute) => attribute.name).sort() + (part.textContent.trim() ? "t" : "")
        + "(" + [...part.children].map(built).join() + ")";
    window.vigieAside = [];
    for (const list of document.querySelectorAll("tbody, main ul, main dl")) {
        const seen = new Set();
        const lines = [...list.children];
        const longest = lines.reduce((a, b) => (b.textContent.length > (a ? a.textContent.length : -1) ? b : a), null);
        for (const line of lines) {
            const kind = built(line);
            if (seen.has(kind) && line !== longest) {
                window.vigieAside.push([list, line, line.nextSibling]);
                line.remove();
            }
            seen.add(kind);
        }
    }
    return twice;
}"""
BACK = "() => { for (const [list, line, next] of window.vigieAside.reverse()) list.insertBefore(line, next); }"
WIDTH = "document.documentElement.scrollWidth"
RUN = """options => axe.run({...options, resultTypes: ["violations"], preload: false, iframes: false}).then(
    found => found.violations.map(each => [each.id, each.nodes.slice(0, 3).map(node => String(node.target))]))"""


def resize(page, size: str, scheme: str):
    """The same page, on another screen."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)


def faults(page, back: tuple[str, str]):
    """What is wrong with the page as it stands; the page is left as it was, on the screen `back`."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    if page.locator("main tbody:not(:has(tr))").count():
        yield "a table without a line"
    resize(page, "phone", "dark")
    # Before lines are put aside: the longest makes a table wide.
    width = page.evaluate(WIDTH)
    if width > SIZES["phone"][0]:
        yield f"{width} pixels wide"
    for name in page.evaluate(ASIDE):
        yield f"the identifier {name} stands twice"
    for rule, targets in page.evaluate(RUN, RULES):
        yield f"phone dark: {rule} {targets}"
    resize(page, "desktop", "light")
    for rule, targets in page.evaluate(RUN, OF_THE_DESKTOP):
        yield f"desktop light: {rule} {targets}"
    page.evaluate(BACK)
    resize(page, *back)
