"""Labelled lines of tests/enquiries/*.txt: what must be read in each, and what was.

Held against what is understood, not against what may be told or whether somebody is in danger:
those have tests of their own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from routing.answer import Answer
from routing.enquiry import Enquiry
from routing.hours import LONDON
from routing.reading.reading import Ask, Reading
from routing.vocabulary import Standing
from tests.paths import ENQUIRIES
from tests.routing.reading.verdicts import reading_of, router

_UNDERSTOOD = frozenset({Ask.TERM, Ask.WHO_DOES})
_SEEN: dict[str, Callable[[Answer, Reading], str]] = {
    "topic": lambda answer, _: str(answer.topic),
    "provider": lambda answer, _: str(answer.provider),
    "office": lambda answer, _: str(answer.office),
    "area": lambda answer, _: str(answer.area),
    "kind": lambda answer, _: str(answer.kind),
    "first": lambda answer, _: f"{answer.steps[0].role}/{answer.steps[0].provider}",
    "urgency": lambda _, reading: str(reading.urgency or "none"),
    "place": lambda _, reading: reading.places[0].name if reading.places else "none",
    "papers": lambda _, reading: ",".join(reading.papers) or "none",
    "changes": lambda _, reading: ",".join(reading.changes) or "none",
    "trusts": lambda _, reading: ",".join(reading.trusts) or "none",
    "asker": lambda _, reading: str(reading.asker_provider or "none"),
    "terms": lambda _, reading: ",".join(reading.terms) or "none",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line."""

    text: str
    labels: dict[str, str]
    asker: dict[str, str]


def lines_of(name: str) -> Iterator[Line]:
    """The lines of one file."""
    for row in (ENQUIRIES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            labels, text, *asker = (part.strip() for part in row.split(" | "))
            yield Line(text, _pairs(labels), _pairs(" ".join(asker)))


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split())


def faults(name: str) -> list[str]:
    """What is read otherwise than a line of the file says, one sentence each."""
    return [fault for line in lines_of(name) for fault in _faults_of(line)]


def read_as_danger(name: str) -> list[str]:
    """The texts of a file that are taken for somebody in danger; all of them are ordinary enquiries."""
    return [line.text for line in lines_of(name) if reading_of(line.text).danger]


def _faults_of(line: Line) -> Iterator[str]:
    moment = datetime.fromisoformat(line.asker.get("at", "2014-07-08T10:30")).replace(tzinfo=LONDON)
    enquiry = Enquiry(
        text=line.text,
        at=moment,
        area=line.asker.get("area", "west-mercia"),
        standing=Standing(line.asker.get("as", "partner")),
        office=line.asker.get("office"),
    )
    read = reading_of(line.text, enquiry.area)
    reading = read._replace(danger=False, ask=read.ask if read.ask in _UNDERSTOOD else Ask.CONTACT)
    answer = router().route(enquiry, reading, None)
    for label, wanted in line.labels.items():
        seen = _SEEN[label](answer, reading)
        right = {seen, seen.split("/")[0]} & {wanted} if label == "first" else seen in wanted.split("/")
        if not right:
            yield f"{line.text!r}: {label} should be {wanted}, is {seen}"
