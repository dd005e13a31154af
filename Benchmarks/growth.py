"""How the cost of an animal grows with the size of the department, at constant herd size.

Each size is a whole demonstration in one process, whose own table of steps says how long import, selection and statuses
took. What a size costs more than the one before it, divided by the animals it has more, is the marginal cost of an
animal; the fixed cost falls out of the difference.
"""

import re
import statistics
import sys

from harness.bench import DEPARTMENT, remove

CATTLE = [346_821, 649_087, 1_800_000, 5_000_000]
"""A department like 63, then 71, then larger than any."""
OF_DEPARTMENT = 649_087
STEPS = {
    "import": ["Registre importé"],
    "selection": ["Campagne exécutée"] + [
        f"Documents {season} {done}" for season in ("d'automne", "d'hiver") for done in ("édités", "validés")],
    "statuses": ["Statuts recalculés"],
}
BEGIN, END = "<!-- make bench BENCH=growth: begin -->", "<!-- make bench BENCH=growth: end -->"


def run(bench, rounds):
    """The table, as Markdown: the three steps by the clock, and the whole demonstration in processor time."""
    sizes = [measure(bench, round(cattle * bench.scale), rounds) for cattle in CATTLE]
    lines = [
        "| cattle | import | selection | statuses | marginal cost of an animal | whole, processor time "
        "| marginal cost of an animal | peak memory |",
        "|---|---|---|---|---|---|---|---|",
    ]
    by_clock = marginal([(size["cattle"], sum(size["seconds"].values())) for size in sizes])
    by_processor = marginal([(size["cattle"], size["cpu"]) for size in sizes])
    for size, clock, processor in zip(sizes, by_clock, by_processor):
        times = " | ".join(f"{size['seconds'][step]:.1f} s" for step in STEPS)
        lines.append(
            f"| {size['cattle']:,} | {times} | {clock} | {size['cpu']:.0f} s | {processor} "
            f"| {size['peak'] / 1e6:.0f} MB |")
    return "\n".join(lines)


def marginal(costs):
    """What an animal more costs from one size to the next, in brackets against the first such cost."""
    told, first = ["–"], None
    for (cattle, seconds), (more, longer) in zip(costs, costs[1:]):
        cost = (longer - seconds) / (more - cattle) * 1e6
        first = first or cost
        told.append(f"{cost:.1f} µs ({cost / first:.2f})")
    return told


def measure(bench, cattle, rounds):
    scale = round(cattle / OF_DEPARTMENT, 3)
    folder = bench.work / "growth"
    runs, wholes = [], []
    for _ in range(rounds):
        remove(folder)
        measured = bench.run(
            [bench.vigie, "demo", "--department", DEPARTMENT, "--scale", f"{scale}", "--output", folder])
        text = (bench.work / "output.log").read_text()
        runs.append({step: sum(seconds(text, name) for name in names) for step, names in STEPS.items()})
        wholes.append(measured)
        told = f"{measured.seconds:.1f} s ({measured.cpu:.1f} of the processor), {measured.peak / 1e6:.0f} MB"
        print(f"growth {cattle:,}: {runs[-1]}, whole {told}", file=sys.stderr, flush=True)
    remove(folder)
    medians = {step: statistics.median(run[step] for run in runs) for step in STEPS}
    return {
        "cattle": int(OF_DEPARTMENT * scale), "seconds": medians, "peak": max(whole.peak for whole in wholes),
        "cpu": statistics.median(whole.cpu for whole in wholes),
    }


def seconds(text, step):
    """How long a step of the demonstration took, by its table."""
    found = re.search(rf"^│ [0-9/]+ │ {step} +│.*│ +([0-9]+),([0-9]) s │$", text, re.MULTILINE)
    if not found:
        raise SystemExit(f"the demonstration does not tell how long “{step}” took")
    return int(found[1]) + int(found[2]) / 10
