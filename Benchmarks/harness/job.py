"""The shape of a benchmark: contenders that do the same work, and what is to be reached."""

from dataclasses import dataclass, field
from typing import Any, Callable

from harness.process import Measure


@dataclass
class Contender:
    """One way of doing the job. `reset` and `answer` are not measured; `work` is."""

    name: str
    work: Callable[[], Measure]
    answer: Callable[[], Any]
    """What came of it, to be compared with what came of the others."""
    reset: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Target:
    """Ours against one peer: `at_most` times its time, or `faster` by at least so much."""

    peer: str
    at_most: float | None = None
    faster: float | None = None

    def ratio(self, ours: float, theirs: float) -> float:
        return ours / theirs if self.at_most is not None else theirs / ours

    def is_met(self, ratio: float) -> bool:
        return ratio <= self.at_most if self.at_most is not None else ratio >= self.faster

    @property
    def text(self) -> str:
        return f"≤ {self.at_most:g} ×" if self.at_most is not None else f"≥ {self.faster:g} × faster"


@dataclass
class Job:
    """A benchmark. Subclasses set the names and `targets`, make their data in `prepare` and give `contenders`."""

    bench: Any
    name: str = ""
    title: str = ""
    targets: list[Target] = field(default_factory=list)
    units: tuple[str, dict[str, float]] | None = None
    """Speed instead of time, where the contenders do not do the same number: its name, and each one's number."""
    memory_limit: float = 300e6
    """Bytes that ours may take at its peak."""
    is_default: bool = True
    """False: runs only when it is named."""

    def prepare(self) -> None:
        """Makes what the contenders need. Not measured; may be kept from one `make bench` to the next."""

    def contenders(self) -> list[Contender]:
        """Ours first."""
        raise NotImplementedError

    def remarks(self) -> list[str]:
        """Sentences for below the table, once all rounds have run."""
        return []
