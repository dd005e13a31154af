"""What must be true of every page in a real browser. Each check returns what is wrong; nothing is good."""

from house import House
from walk import COMMON, FAMILIES, pages


def territory_pages_are_accessible_and_narrow(house: House):
    """The pages of who has a department or the country, and those that everybody has (issue 3, §8)."""
    return pages_are_accessible_and_narrow(house, lambda family: family == "territory", set())


def own_pages_are_accessible_and_narrow(house: House):
    """The pages of who has herds, samples or accounts to look after."""
    return pages_are_accessible_and_narrow(house, lambda family: family != "territory", {*COMMON})


def pages_are_accessible_and_narrow(house: House, takes, elsewhere: set[str]):
    """axe-core finds no violation on any page of any role, on a dark telephone and on a light desktop; no page is wider
    than a telephone; no link leads nowhere (issue 3, §8). `elsewhere`: what another walk looks at."""
    wrong, drawn = [], set()
    order = list(FAMILIES)
    logins = [name for name in house.passwords if takes(FAMILIES.get(name, name))]
    for login in sorted(logins, key=lambda name: order.index(name) if name in order else len(order)):
        with house.visit(login) as page:
            for path in pages(page, login, drawn, wrong, elsewhere):
                house.look(page, f"{login} {path}")
    return wrong


def states_on_the_way_are_accessible_and_narrow(house: House):
    """What axe-core and the telephone say of the states that the flows before this went through."""
    return list(dict.fromkeys(house.faults))


def consoles_complain_of_nothing(house: House):
    """No error in any console so far: no script failed, nothing broke the content security policy."""
    return list(dict.fromkeys(house.complaints))
