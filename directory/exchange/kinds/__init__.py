"""The kinds that come in from files and go out to them, by name."""

from directory.exchange.kind import Kind
from directory.exchange.kinds.areas import AREAS, OFFICES
from directory.exchange.kinds.cases import CASES
from directory.exchange.kinds.contacts import CONTACTS, NUMBERS
from directory.exchange.kinds.places import BANK_HOLIDAYS, PLACES
from directory.exchange.kinds.rota import PEOPLE, ROTA

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (AREAS, OFFICES, NUMBERS, CONTACTS, PLACES, BANK_HOLIDAYS, PEOPLE, ROTA, CASES)
}
