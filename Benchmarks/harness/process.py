"""Runs a command as a whole process and measures it: wall time, and the peak of its resident memory."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """A command ended badly, or a benchmark's contenders came to different answers."""


@dataclass(frozen=True)
class Measure:
    seconds: float
    peak: int
    """Bytes."""
    cpu: float
    """Seconds of processor time: what to look at when others use the machine."""

    def then(self, other: "Measure") -> "Measure":
        return Measure(self.seconds + other.seconds, max(self.peak, other.peak), self.cpu + other.cpu)


def run(command: list[str], log: Path, environment: dict[str, str] | None = None) -> Measure:
    """Runs the command to its end. What it prints goes to `log`, whose end is told when it fails."""
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})})
        # wait4 gives the use of this one child; getrusage would give the largest of all children so far.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        told = log.read_text(errors="replace")[-2000:]
        raise Failed(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{told}")
    return Measure(seconds, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime)
