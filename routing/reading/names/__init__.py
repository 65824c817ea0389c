"""Names of persons in a text: found to be masked, so that no surname is read as a place."""

from routing.reading.names.finding import Name, NameFinder
from routing.reading.names.name_words import surnames

__all__ = ["Name", "NameFinder", "surnames"]
