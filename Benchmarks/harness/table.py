"""The results as a Markdown table, and their place in docs/performance.md."""

import datetime
import os
import platform
import statistics
from pathlib import Path

from harness.rounds import Outcome

BEGIN = "<!-- make bench: begin -->"
END = "<!-- make bench: end -->"


def rows(outcome: Outcome) -> list[str]:
    """One line for each thing a job is compared with."""
    job = outcome.job
    ours = next(iter(outcome.measures))
    lines = []
    for target in job.targets:
        ratios = outcome.ratios(target)
        ratio = statistics.median(ratios)
        peak = outcome.peak(ours)
        is_met = target.is_met(ratio) and peak <= job.memory_limit
        cells = [
            job.title, speed(outcome, ours), f"{peak / 1e6:.0f} MB", target.peer, speed(outcome, target.peer),
            f"{outcome.peak(target.peer) / 1e6:.0f} MB",
            f"**{number(ratio)}** ({number(min(ratios))}–{number(max(ratios))})",
            target.text, "yes" if is_met else "no",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def speed(outcome: Outcome, name: str) -> str:
    seconds = outcome.seconds(name)
    job = outcome.job
    if job.units is None:
        return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"
    unit, count = job.units
    return f"{number(count[name] / seconds)} {unit}"


def render(rows: list[str], remarks: list[str], rounds: int, scale: float) -> str:
    scaled = "" if scale == 1 else f", at {scale:g} of the size"
    head = [
        f"Measured on {today()}, {machine()}.",
        f"Medians of {rounds} interleaved rounds{scaled}; in brackets the smallest and the largest ratio of a round;",
        "memory is the largest peak.", "",
        "| job | Vigie | memory | compared with | it takes | memory | ratio | to reach | reached |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join(head + rows + ([""] + remarks if remarks else []))


def today() -> str:
    return datetime.date.today().isoformat()


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    release = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {release}"


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def replace(page: Path, text: str, begin: str, end: str) -> None:
    """Puts the text between its markers."""
    before, rest = page.read_text().split(begin)
    after = rest.split(end)[1]
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}")
