"""Opens the pages of a Vigie in a real browser and says what is wrong: run.py PATH-OF-VIGIE FOLDER [CHECK…]"""

import sys
import time
from pathlib import Path

import checks
import flows
from house import house

# First what looks at the demonstration as it is, then what works in it; the consoles last.
ALL = [
    checks.every_page_is_accessible_and_narrow,
    flows.signs_in_and_out,
    flows.filters_the_follow_up_and_keeps_a_view,
    flows.draws_the_map_and_the_charts,
    flows.prints_documents_and_pages,
    flows.works_with_the_keyboard_alone,
    flows.works_without_javascript,
    flows.evaluates_reports_and_takes_back_one,
    flows.evaluates_and_reports_a_batch,
    flows.tells_the_second_of_two_people,
    flows.corrects_and_replays_a_refused_line,
    flows.types_a_tuberculin_report,
    checks.consoles_complain_of_nothing,
]


def main():
    vigie, folder, wanted = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    wrong = 0
    with house(vigie, folder) as open_house:
        for check in ALL:
            if wanted and check.__name__ not in wanted:
                continue
            start = time.monotonic()
            try:
                found = check(open_house)
            except Exception as error:  # One flow that breaks off must not hide what the others find.
                found = [f"breaks off: {error}"]
            for line in found:
                print(f"{check.__name__}: {line}")
                wrong += 1
            print(f"{check.__name__}: {time.monotonic() - start:.1f} s", file=sys.stderr)
    sys.exit(1 if wrong else 0)


main()
