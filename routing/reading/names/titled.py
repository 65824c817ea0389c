"""Names after a title, and of staff after theirs: "Mr Sample", "Officer Birch"."""

from routing.reading.grammar import word_classes
from routing.reading.lexicon import given_names
from routing.reading.names.name_words import NO_NAMES, NameWords
from routing.reading.words import BOUNDARY

_WORDS = word_classes("names")


def titled(names: NameWords, at: int) -> int:
    """ "Mr Sample", "mrs p. sample", "Miss Sampleton"; not "miss my appointment"."""
    if names.words[at].norm not in _WORDS["titles"]:
        return at
    first = names.past_initials(at + 1)
    if first >= len(names.words) or (first == at + 1 and not names.adjoins(first)):
        return at
    word = names.words[first]
    if word.norm == BOUNDARY or word.norm in _WORDS["function_words"]:
        return at
    small = not word.raw[:1].isupper()
    plain = small and first == at + 1 and not names.joined(first + 1)
    if plain and names.words[at].norm in _WORDS["miss_means_to_miss"] and not names.is_name_like(first):
        return at
    if word.norm in given_names() and names.surname_after(first):
        return names.to_the_end(first + 1)
    return names.to_the_end(first)


def is_staff(names: NameWords, at: int) -> bool:
    """Whether a title of the service and a surname: "Officer Birch", not "Duty Officer Redditch"."""
    after = at + 1
    if after >= len(names.words) or names.gap(after) != " ":
        return False
    word = names.words[after]
    if word.norm in NO_NAMES or word.norm in _WORDS["staff_titles"]:
        return False
    if not word.capitalised and not (names.is_name_like(after) and names.norms[after] == word.norm):
        return False
    if names.surname_after(after) and word.norm in given_names():
        return False
    # "Court officer Redditch" says where the post is.
    if names.words[at].norm == "officer" and names.norms[after] in names.towns:
        return names.joined(after + 1)
    before = names.words[at - 1].norm if at else BOUNDARY
    if names.words[at].norm == "officer" and before not in _WORDS["post_before_officer"]:
        return names.words[at].capitalised or names.is_name_like(after)
    # After a rank a town is a surname, unless it is one of the area: "PC Stafford", "police Worcester".
    ranked = names.words[at].norm != "officer" and word.norm in names.far_towns - names.towns
    return ranked or not names.known(after)
