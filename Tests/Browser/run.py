"""Opens the pages of a Vigie in a real browser and says what is wrong: run.py PATH-OF-VIGIE FOLDER [CHECK…]"""

import sys
from pathlib import Path

import checks
from house import house


def main():
    vigie, folder, wanted = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    wrong = 0
    with house(vigie, folder) as open_house:
        for check in checks.ALL:
            if wanted and check.__name__ not in wanted:
                continue
            for line in check(open_house):
                print(f"{check.__name__}: {line}")
                wrong += 1
    sys.exit(1 if wrong else 0)


main()
