"""What a text states of a case and what it is about, before it is known what is asked for."""

from typing import NamedTuple

from routing.reading.reading import RiskChange
from routing.vocabulary import Provider, Risk, Topic

_OF_THE_NPS = frozenset({Risk.HIGH, Risk.VERY_HIGH})


class CaseFacts(NamedTuple):
    """What is stated of a case and its person; each stands in the Reading under the same name."""

    references: tuple[str, ...] = ()
    provider: Provider | None = None
    risk: Risk | None = None
    risk_before: Risk | None = None
    risk_change: RiskChange | None = None
    risk_disputed: bool = False
    mappa: bool | None = None
    newly_mappa: bool = False
    public_interest: bool = False
    under_12_months: bool = False
    names_person: bool = False

    @property
    def of_a_case(self) -> bool:
        """Whether there is a reference, or a fact that is stated of cases alone."""
        return bool(self.references) or self.risk is not None or self.mappa is not None

    @property
    def of_the_nps(self) -> bool:
        """Whether it is the NPS's, however short the sentence was."""
        return self.risk in _OF_THE_NPS or bool(self.mappa) or self.public_interest

    @property
    def decide(self) -> bool:
        """Whether facts are given that decide whose case it is: what is asked for is the rule, no person."""
        provider = None if self.names_person else self.provider
        facts = (self.risk, self.risk_change, self.mappa, provider)
        return any(fact is not None for fact in facts) or self.public_interest or self.under_12_months


class Gist(NamedTuple):
    """What a text is about. `hinted` is its topic where the words alone do not show that it is ours."""

    case: CaseFacts
    danger: bool
    topic: Topic | None
    hinted: Topic | None
    out_of_scope: bool
