"""The lists of words, from words.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from directory.exchange.open_referral.ids import id_of
from directory.exchange.open_referral.shapes import Attribute, Taxonomy, TaxonomyTerm

_WORDS = Path(__file__).with_name("words.toml")
List = Literal["topics", "purposes", "marks"]


@cache
def taxonomies() -> tuple[Taxonomy, ...]:
    """All of them with their terms."""
    read = tomllib.loads(_WORDS.read_text("utf-8"))
    return tuple(_taxonomy(name, found) for name, found in read.items())


@cache
def terms() -> dict[str, TaxonomyTerm]:
    """Every term by its id."""
    return {term.id: term for one in taxonomies() for term in one.taxonomy_terms or ()}


def attribute(of: str, of_what: str, listed: List, word: str) -> Attribute:
    """That a word of a list holds for something with this id."""
    term = terms()[id_of("term", listed, word)]
    return Attribute(
        id=id_of("attribute", of, term.id),
        link_id=of,
        link_type=of_what,
        taxonomy_term_id=term.id,
        taxonomy_term=term,
    )


def _taxonomy(listed: str, found: dict[str, object]) -> Taxonomy:
    name, description, words = str(found["name"]), str(found["description"]), found["terms"]
    assert isinstance(words, dict)
    number = id_of("taxonomy", listed)
    found_terms = [
        TaxonomyTerm(
            id=id_of("term", listed, word),
            name=called,
            description=about,
            taxonomy=name,
            taxonomy_id=number,
        )
        for word, (called, about) in words.items()
    ]
    return Taxonomy(id=number, name=name, description=description, taxonomy_terms=found_terms)
