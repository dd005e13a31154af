"""Makes the pictures of the main pages for the README and the manual: screenshots.py PATH-OF-VIGIE FOLDER OUTPUT

All data are invented. A picture that grew too large for a repository is an error."""

import sys
from pathlib import Path

from house import House, demonstrate, house

MOST_BYTES = 200_000

# Name, account, size, colours, page, what is clicked there first, what is scrolled to.
PICTURES = [
    ("accueil", "inspecteur", "desktop", "light", "/", None, None),
    ("suivi", "inspecteur", "desktop", "light", "/campagnes/63/2026/suivi?maladie=BRU&tri=numero", None, None),
    ("intervention", "inspecteur", "desktop", "light", "/campagnes/63/2026/suivi?maladie=BRU&statut=AS", "tbody th a", None),
    ("campagne", "ddpp", "desktop", "light", "/campagnes/63/2026", None, "figure"),
    ("carte", "ddpp", "desktop", "light", "/campagnes/63/2026/carte", None, None),
    ("tuberculination", "veterinaire", "phone", "dark", "/", "a[href$='/tuberculination']", None),
]


def take(open_house: House, picture, folder: Path):
    name, login, size, scheme, path, link, part = picture
    with open_house.visit(login, size, scheme) as page:
        page.goto(path)
        if link:
            page.locator(link).first.click()
        page.wait_for_load_state("networkidle")
        if part:
            page.locator(part).first.evaluate("part => part.scrollIntoView()")
        file = folder / f"{name}.png"
        page.screenshot(path=file)
    size = file.stat().st_size
    print(f"{file.name}: {size // 1024} KB")
    if size > MOST_BYTES:
        sys.exit(f"{file.name} is larger than {MOST_BYTES // 1000} KB")


def main():
    vigie, demo, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    demonstrate(vigie, demo, scale="0.1")
    with house(vigie, demo) as open_house:
        for picture in PICTURES:
            take(open_house, picture, folder)


main()
