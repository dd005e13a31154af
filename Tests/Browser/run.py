"""Opens the pages of a Vigie in a real browser and says what is wrong: run.py PATH-OF-VIGIE FOLDER [CHECK…]

The checks stand in lanes. Each lane has a server, a copy of the demonstration and a browser of its own, so that lanes
run beside each other and never meet in the data."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import checks
from flows import accounts, batches, campaign, documents, files, frame, herds, interventions, papers, programs
from house import demonstrate, house

# In each lane first what looks at the demonstration as it is, then what works in it; looks and consoles come last.
LANES = {
    "territory": [checks.territory_pages_are_accessible_and_narrow],
    "own": [
        checks.own_pages_are_accessible_and_narrow,
        frame.works_with_the_keyboard_alone,
        frame.works_without_javascript,
        frame.draws_the_map_and_the_charts,
        documents.prints_documents_and_pages,
        files.types_a_tuberculin_report,
        files.corrects_and_replays_a_refused_line,
        documents.edits_validates_prints_and_sends_by_batch,
    ],
    "work": [
        accounts.signs_in_and_out,
        herds.sends_the_lists,
        herds.verifies_the_settings,
        herds.opens_closes_and_adds_a_herd,
        campaign.filters_the_follow_up_and_keeps_a_view,
        campaign.follows_up_a_territory,
        interventions.evaluates_reports_and_takes_back_one,
        batches.evaluates_and_reports_a_batch,
        batches.takes_back_a_batch,
        interventions.tells_the_second_of_two_people,
        papers.adds_withdraws_and_refuses_papers,
        programs.looks_after_a_webhook,
        accounts.reads_notices_and_chooses,
        accounts.finds_who_read_what,
        accounts.says_what_an_expired_session_does,
        accounts.sets_up_a_second_factor,
    ],
}
LAST = [checks.states_on_the_way_are_accessible_and_narrow, checks.consoles_complain_of_nothing]


def run(vigie: str, folder: Path, lane: str, wanted: list[str]) -> int:
    """Runs one lane; prints what is wrong, and on the error stream how long each check took."""
    wrong = 0
    with house(vigie, folder) as open_house:
        for check in LANES[lane] + LAST:
            if wanted and check.__name__ not in wanted and check not in LAST:
                continue
            start = time.monotonic()
            try:
                found = check(open_house)
            except Exception as error:  # One flow that breaks off must not hide what the others find.
                found = [f"breaks off: {error}"]
            for line in found:
                print(f"{check.__name__}: {line}")
                wrong += 1
            print(f"{lane} {check.__name__}: {time.monotonic() - start:.1f} s", file=sys.stderr)
    return wrong


def main():
    if sys.argv[1] == "--lane":
        lane, vigie, folder, *wanted = sys.argv[2:]
        sys.exit(1 if run(vigie, Path(folder), lane, wanted) else 0)
    vigie, folder, wanted = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    demonstrate(vigie, folder)
    started = []
    for lane, its in LANES.items():
        if wanted and not any(check.__name__ in wanted for check in its):
            continue
        copy = folder.parent / f"{folder.name}-{lane}"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
        started.append(subprocess.Popen([sys.executable, __file__, "--lane", lane, vigie, str(copy), *wanted]))
    sys.exit(1 if [each for each in started if each.wait()] else 0)


main()
