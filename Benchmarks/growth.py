"""How the cost of an animal grows with the size of the department, at constant herd size.

Each size is a whole demonstration in one process, whose own table of steps says how long import, selection and statuses
took. What a size costs more than the one before it, divided by the animals it has more, is the marginal cost of an
animal; the fixed cost falls out of the difference.
"""

import re
import statistics
import sys

from harness.bench import DEPARTMENT, remove

CATTLE = [346_821, 649_087, 1_300_000, 2_600_000, 5_000_000]
"""A department like 63, then 71, then larger than any."""
OF_DEPARTMENT = 649_087
STEPS = {
    "import": ["Registre importé"],
    "selection": ["Campagne exécutée", "Documents édités", "Documents validés"],
    "statuses": ["Statuts recalculés"],
}
LIMIT = 1.3
BEGIN, END = "<!-- make bench BENCH=growth: begin -->", "<!-- make bench BENCH=growth: end -->"


def run(bench, rounds):
    """The table, as Markdown."""
    sizes = [measure(bench, round(cattle * bench.scale), rounds) for cattle in CATTLE]
    lines = [
        "| cattle | import | selection | statuses | marginal cost of an animal | against the first | peak memory |",
        "|---|---|---|---|---|---|---|",
    ]
    first = None
    for place, size in enumerate(sizes):
        cost = against = "–"
        if place:
            before = sizes[place - 1]
            marginal = (sum(size["seconds"].values()) - sum(before["seconds"].values())) / (
                size["cattle"] - before["cattle"]) * 1e6
            first = first or marginal
            cost, against = f"{marginal:.1f} µs", f"{marginal / first:.2f}"
        times = " | ".join(f"{size['seconds'][step]:.1f} s" for step in STEPS)
        lines.append(f"| {size['cattle']:,} | {times} | {cost} | {against} | {size['peak'] / 1e6:.0f} MB |")
    return "\n".join(lines)


def measure(bench, cattle, rounds):
    scale = round(cattle / OF_DEPARTMENT, 3)
    folder = bench.work / "growth"
    runs, peaks = [], []
    for _ in range(rounds):
        remove(folder)
        measured = bench.run(
            [bench.vigie, "demo", "--department", DEPARTMENT, "--scale", f"{scale}", "--output", folder])
        text = (bench.work / "output.log").read_text()
        runs.append({step: sum(seconds(text, name) for name in names) for step, names in STEPS.items()})
        peaks.append(measured.peak)
        print(f"growth {cattle:,}: {runs[-1]}", file=sys.stderr, flush=True)
    remove(folder)
    medians = {step: statistics.median(run[step] for run in runs) for step in STEPS}
    return {"cattle": int(OF_DEPARTMENT * scale), "seconds": medians, "peak": max(peaks)}


def seconds(text, step):
    """How long a step of the demonstration took, by its table."""
    found = re.search(rf"^│ {step} +│.*│ +([0-9]+),([0-9]) s │$", text, re.MULTILINE)
    if not found:
        raise SystemExit(f"the demonstration does not tell how long “{step}” took")
    return int(found[1]) + int(found[2]) / 10
