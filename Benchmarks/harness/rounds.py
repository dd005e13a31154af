"""Runs the contenders of a job in turn, round after round, and keeps what was measured."""

import dataclasses
import statistics
import sys
from dataclasses import dataclass

from harness.job import Job, Target
from harness.process import Failed, Measure


@dataclass
class Outcome:
    """What a job's rounds gave: one measure a round for each contender, in the same order."""

    job: Job
    measures: dict[str, list[Measure]]

    @property
    def ours(self) -> list[Measure]:
        return next(iter(self.measures.values()))

    def seconds(self, name: str) -> float:
        return statistics.median(measure.seconds for measure in self.measures[name])

    def peak(self, name: str) -> int:
        return max(measure.peak for measure in self.measures[name])

    def ratios(self, target: Target) -> list[float]:
        """Round by round: what disturbs the machine disturbs neighbours alike."""
        pairs = zip(self.ours, self.measures[target.peer])
        counts = self.job.units[1] if self.job.units else {}
        us, them = counts.get(next(iter(self.measures)), 1), counts.get(target.peer, 1)
        return [target.ratio(ours.seconds / us, theirs.seconds / them) for ours, theirs in pairs]

    def as_json(self) -> dict:
        return {
            "job": self.job.name,
            "measures": {
                name: [dataclasses.asdict(measure) for measure in measures]
                for name, measures in self.measures.items()
            },
        }


def run(job: Job, rounds: int) -> Outcome:
    """Interleaved: ours, peer, ours, peer…  Contenders that come to different answers fail the benchmark."""
    job.prepare()
    contenders = job.contenders()
    outcome = Outcome(job, {contender.name: [] for contender in contenders})
    expected = None
    for number in range(rounds):
        for contender in contenders:
            contender.reset()
            measure = contender.work()
            outcome.measures[contender.name].append(measure)
            answer = contender.answer()
            if expected is None:
                expected = (contender.name, answer)
            elif answer != expected[1]:
                raise Failed(f"{job.name}: {expected[0]} and {contender.name} differ:\n{expected[1]}\n{answer}")
            told = f"{measure.seconds:.2f} s ({measure.cpu:.2f} of the processor), {measure.peak / 1e6:.0f} MB"
            print(f"{job.name} {number + 1}/{rounds}: {contender.name} {told}", file=sys.stderr, flush=True)
    return outcome
