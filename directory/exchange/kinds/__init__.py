"""The kinds that come in from files and go out to them, by name, each after those that it points to."""

from directory.exchange.kind import Kind
from directory.exchange.kinds.accounts import ACCOUNTS, AGENCIES
from directory.exchange.kinds.addresses import EMAILS, SECURE_DOMAINS
from directory.exchange.kinds.aliases import ALIASES
from directory.exchange.kinds.areas import AREAS, OFFICES, OTHER_HOURS, PROVIDERS
from directory.exchange.kinds.cases import CASES
from directory.exchange.kinds.contacts import CONTACTS, NUMBERS, TEAMS
from directory.exchange.kinds.places import BANK_HOLIDAYS, PLACES
from directory.exchange.kinds.programmes import PROGRAMME_RUNS, PROGRAMMES
from directory.exchange.kinds.rota import PEOPLE, ROTA

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        PROVIDERS,
        AREAS,
        OFFICES,
        OTHER_HOURS,
        TEAMS,
        NUMBERS,
        CONTACTS,
        EMAILS,
        SECURE_DOMAINS,
        PLACES,
        ALIASES,
        BANK_HOLIDAYS,
        PROGRAMMES,
        PROGRAMME_RUNS,
        PEOPLE,
        ROTA,
        AGENCIES,
        ACCOUNTS,
        CASES,
    )
}
