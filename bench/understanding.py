"""`python -m bench.understanding`: how well texts are understood, beside what one would use instead.

The topic is what is compared: our reader, rapidfuzz's token_set_ratio against example texts, and TF-IDF
with logistic regression; the last two learn from the enquiries that our reader is tuned on, and all
three are asked those that nobody looks at while tuning. Of these only counts are told.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from bench.reading import AREA, read_snapshot
from routing.enquiry import Enquiry
from routing.policy import Policies
from routing.reading.reader import Reader
from routing.router import Router
from routing.snapshot import Snapshot
from routing.vocabulary import Standing
from tests.enquiries.marking import lines_of
from tests.routing.reading.labelled import lines_of as labelled
from tests.routing.sample_directory import TUESDAY

TUNED_ON = ("tuning.jsonl", "voices.jsonl", "first_sight.jsonl")
UNSEEN = ("unseen.jsonl", "voices_unseen.jsonl", "first_sight_unseen.jsonl")
WORST = 10
SEED = 2014


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the topics that are right for it; the first is the one to learn."""

    text: str
    topics: tuple[str, ...]
    standing: str = "partner"
    area: str = AREA
    group: str = ""


def examples(*files: str) -> Iterator[Example]:
    """The enquiries of which one topic is expected."""
    for file in files:
        for line in lines_of(file):
            topic = line["expect"].get("topic")
            topics = tuple(one for one in (topic if isinstance(topic, list) else [topic]) if one)
            if topics and line["expect"].get("kind") != "declined":
                yield Example(
                    line["text"], topics, line["as"] or "public", line["area"] or AREA, line["group"]
                )


def examples_by_topic() -> Iterator[Example]:
    """The lines of topics.txt, which the reader is tuned on as well."""
    for line in labelled("topics"):
        if "topic" in line.labels:
            yield Example(line.text, tuple(line.labels["topic"].split("/")))


def ours(snapshot: Snapshot) -> Callable[[Example], str]:
    """The topic of the answer."""
    policies = Policies.bundled()
    reader, router = Reader(snapshot.places, policies.terms, snapshot.programmes), Router(snapshot, policies)

    def guess(example: Example) -> str:
        standing = Standing(example.standing)
        enquiry = Enquiry(example.text, TUESDAY, example.area, standing)
        return str(router.route(enquiry, reader.read(example.text, example.area), None).topic)

    return guess


def by_fuzz(learnt: Sequence[Example]) -> Callable[[Example], str]:
    """The topic of the example text that is most alike."""
    known = [utils.default_process(example.text) for example in learnt]

    def guess(example: Example) -> str:
        found = process.extractOne(
            example.text, known, scorer=fuzz.token_set_ratio, processor=utils.default_process
        )
        return learnt[found[2]].topics[0]

    return guess


def by_regression(learnt: Sequence[Example]) -> Callable[[Example], str]:
    """Words and pairs of words, weighed by logistic regression."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(max_iter=2000, C=20.0)
    )
    model.fit([example.text for example in learnt], [example.topics[0] for example in learnt])

    def guess(example: Example) -> str:
        return str(model.predict([example.text])[0])

    return guess


def compare(snapshot: Snapshot) -> None:
    """The share of right topics and the time for each, and ours by the group of the enquiry."""
    learnt, unseen = [*examples(*TUNED_ON), *examples_by_topic()], list(examples(*UNSEEN))
    sys.stdout.write(f"topics, {len(learnt)} examples learnt from, {len(unseen)} unseen\n")
    for name, guess in (
        ("our reader", ours(snapshot)),
        ("rapidfuzz token_set_ratio", by_fuzz(learnt)),
        ("TF-IDF, logistic regression", by_regression(learnt)),
    ):
        begun = time.process_time()
        right = sum(guess(example) in example.topics for example in unseen)
        each = (time.process_time() - begun) * 1000 / len(unseen)
        sys.stdout.write(
            f"  {name:<30} {right:>3} of {len(unseen)} ({right / len(unseen):.1%}), {each:.2f} ms\n"
        )


def by_group(snapshot: Snapshot) -> None:
    """How many of each group have the right topic: of what is tuned on, and of what nobody looks at."""
    guess = ours(snapshot)
    for name, files in (("tuned on", TUNED_ON), ("unseen", UNSEEN)):
        asked, right = Counter[str](), Counter[str]()
        for example in examples(*files):
            asked[example.group] += 1
            right[example.group] += guess(example) in example.topics
        told = ", ".join(f"{group} {right[group]} of {number}" for group, number in sorted(asked.items()))
        sys.stdout.write(f"topics by group, {name}: {told}\n")


def confusion(snapshot: Snapshot) -> None:
    """Which topic is taken for which, over all enquiries; what is right is left out."""
    guess = ours(snapshot)
    for name, files in (("tuned on", TUNED_ON), ("unseen", UNSEEN)):
        taken = Counter(
            (example.topics[0], got)
            for example in examples(*files)
            if (got := guess(example)) not in example.topics
        )
        sys.stdout.write(f"topics taken for another, {name}: {sum(taken.values())}\n")
        for (wanted, got), count in taken.most_common():
            sys.stdout.write(f"  {count:>3}  {wanted} taken for {got}\n")


def worst(snapshot: Snapshot) -> None:
    """The kinds of mistake most often left in the enquiries tuned on: what was expected, what came."""
    guess = ours(snapshot)
    wrong = [
        (f"{example.topics[0]} taken for {got}", example.text)
        for example in examples(*TUNED_ON)
        if (got := guess(example)) not in example.topics
    ]
    kinds = Counter(kind for kind, _ in wrong)
    sys.stdout.write("the worst kinds of mistake left, each with one enquiry\n")
    for kind, count in kinds.most_common(WORST):
        text = next(text for other, text in wrong if other == kind)
        sys.stdout.write(f"  {count}  {kind}: {text}\n")


def main() -> None:
    """Measure and print."""
    random.seed(SEED)
    snapshot = read_snapshot()
    compare(snapshot)
    by_group(snapshot)
    confusion(snapshot)
    worst(snapshot)


if __name__ == "__main__":
    main()
