#!/usr/bin/env python3
"""`make bench`: every job side by side with its peers, as a table in docs/performance.md.

    BENCH='import milk'   only these (the table is then printed, and the page left alone)
    BENCH=growth          up to five million animals: long, and a table of its own
    RUNS=5                rounds
    SCALE=1               share of the department's size, for a quick look
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import growth  # noqa: E402
from harness import rounds, table  # noqa: E402
from harness.bench import ROOT, Bench  # noqa: E402
from harness.process import Failed  # noqa: E402
from jobs import ALL  # noqa: E402

PAGE = ROOT / "docs" / "performance.md"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*")
    options.add_argument("--runs", type=int)
    options.add_argument("--scale", type=float, default=1.0)
    chosen = options.parse_args()
    bench = Bench(chosen.scale)
    if chosen.names == ["growth"]:
        return run_growth(bench, chosen)
    count = chosen.runs or 5
    jobs = [kind(bench) for kind in ALL]
    unknown = set(chosen.names) - {job.name for job in jobs}
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 64
    jobs = [job for job in jobs if job.name in chosen.names or (not chosen.names and job.is_default)]
    lines, remarks, failures = [], [], []
    for job in jobs:
        try:
            outcome = rounds.run(job, count)
        except Failed as failure:
            failures.append(job.name)
            print(f"{job.name}: {failure}", file=sys.stderr)
            continue
        lines += table.rows(outcome)
        remarks += job.remarks()
        results = ROOT / ".bench" / "results"
        results.mkdir(exist_ok=True)
        (results / f"{job.name}.json").write_text(json.dumps(outcome.as_json(), indent=1))
    text = table.render(lines, remarks, count, chosen.scale)
    print(text)
    if failures:
        print(f"failed: {', '.join(failures)}", file=sys.stderr)
        return 1
    if not chosen.names and chosen.scale == 1:
        table.replace(PAGE, text, table.BEGIN, table.END)
    return 0


def run_growth(bench: Bench, chosen: argparse.Namespace) -> int:
    text = f"{growth.run(bench, chosen.runs or 1)}\n\nMeasured on {table.today()}, {table.machine()}."
    print(text)
    if chosen.scale == 1:
        table.replace(PAGE, text, growth.BEGIN, growth.END)
    return 0


if __name__ == "__main__":
    sys.exit(main())
