"""The glossary holds every word of the inspection's, and says of each under which topic to ask."""

import pytest

from routing.policy import Policies
from routing.reading.reading import Ask
from routing.vocabulary import Topic
from tests.routing.reading.reading_of import READER

# Each word of the inspection's glossary as it heads its entry there, and the term that explains it.
HEADINGS = {
    "accredited programme": "accredited_programme",
    "allocation": "allocation",
    "approved premises": "ap",
    "assignment": "assignment",
    "breach": "breach",
    "BBR": "bbr",
    "CAS": "cas",
    "Circles of Support and Accountability": "circles",
    "cluster": "cluster",
    "community interest company": "community_interest_company",
    "CRC": "crc",
    "Department for Transport driving programmes": "driving_programmes",
    "desistance": "desistance",
    "DIDs": "did",
    "E3": "e3",
    "ETE": "ete",
    "escalation": "escalation",
    "HMPPS": "hmpps",
    "Horizons": "horizons",
    "IOM": "iom",
    "intervention": "intervention",
    "Ixion": "ixion",
    "licence": "licence",
    "LDU": "ldu",
    "Local Safeguarding Children Board": "lscb",
    "looked after": "looked_after_child",
    "MOSOVO": "mosovo",
    "MAPPA": "mappa",
    "Maps for Change": "maps_for_change",
    "MoJ": "moj",
    "Nacro": "nacro",
    "nDelius": "ndelius",
    "NPS": "nps",
    "OASys": "oasys",
    "Offender Rehabilitation Act 2014": "ora_2014",
    "partners": "partners",
    "post-sentence supervision": "post_sentence_supervision",
    "providers": "providers",
    "pre-sentence report": "psr",
    "PO": "po",
    "PSO": "pso",
    "rate card": "rate_card",
    "RAR": "rar",
    "responsible officer": "responsible_officer",
    "risk of serious harm": "rosh",
    "SPO": "spo",
    "Sex Offender Treatment Programme": "sotp",
    "STEP centre": "step_centre",
    "supply chain": "supply_chain",
    "suspended sentence order": "sso",
    "TSP": "tsp",
    "Through the Gate": "ttg",
    "Transforming Rehabilitation": "transforming_rehabilitation",
    "unpaid work": "unpaid_work",
    "ViSOR": "visor",
    "women's centre": "womens_centre",
    "workload management tool": "workload_management_tool",
    "women's safety worker": "womens_safety_worker",
    "Youth Offending Service": "yot",
    "Youth Offending Team": "yot",
}
# As people mistype them.
SLIPS = {
    "mapa": "mappa",
    "marrac": "marac",
    "oasis": "oasys",
    "vizor": "visor",
    "delious": "ndelius",
    "breech": "breach",
    "desistence": "desistance",
    "mosavo": "mosovo",
    "alocation": "allocation",
    "probation hostel": "ap",
    "community service": "unpaid_work",
    "thru the gate": "ttg",
    "bail hostel": "ap",
}
_TERMS = Policies.bundled().terms


@pytest.mark.parametrize(("heading", "term"), HEADINGS.items())
def test_a_word_of_the_inspections_glossary_is_explained_when_it_is_asked(heading: str, term: str) -> None:
    assert READER.read(f"what does {heading} mean?", "west-mercia").terms == (term,)


@pytest.mark.parametrize(("slip", "term"), SLIPS.items())
def test_a_word_is_known_as_people_write_it(slip: str, term: str) -> None:
    assert READER.read(f"what does {slip} mean?", "west-mercia").terms == (term,)


@pytest.mark.parametrize(
    "question",
    [
        "What is {}?", "what exactly is {}", "What does {} stand for?", "Can someone tell me what {} is?",
        "does anyone know what {} is short for", "The letter says {}. What is that?",
        "I don't know what {} means",
    ],
)  # fmt: skip
def test_every_word_is_explained_by_every_name_it_has_however_it_is_asked(question: str) -> None:
    names = [(term.id, alias) for term in _TERMS.values() for alias in term.aliases]
    asked = [(term, READER.read(question.format(alias), "west-mercia")) for term, alias in names]

    assert [term for term, reading in asked if reading.ask is not Ask.TERM or term not in reading.terms] == []


def test_a_word_of_the_trade_for_somebody_in_particular_is_not_explained() -> None:
    for text in (
        "who is my offender manager",
        "What is Kyle's offender manager called",
        "is he an offender?",
    ):
        assert READER.read(text, "west-mercia").ask is not Ask.TERM


def test_a_word_is_explained_in_a_sentence_or_a_few_and_belongs_to_a_topic() -> None:
    for term, one in _TERMS.items():
        assert 1 <= one.text.count(". ") + 1 <= 5, term
        assert len(one.text) <= 420, term
        assert one.topic is not Topic.TERM, term
        assert one.aliases, term


def test_no_two_words_share_what_people_call_them() -> None:
    called = [alias for term in _TERMS.values() for alias in term.aliases]
    assert sorted(called) == sorted(set(called))
