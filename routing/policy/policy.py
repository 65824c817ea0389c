"""What an area has agreed: rules with an id, a text and a source, and who leads on what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from routing.answer import Reason
from routing.vocabulary import Provider, Risk, Topic


class PolicyError(ValueError):
    """A policy file that cannot be used; the message names the file, the rule and the fault."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing agreed: `text` may hold {placeholders} that the router fills."""

    id: str
    text: str
    source: str

    def reason(self, **values: str) -> Reason:
        """As a reason of an answer."""
        return Reason(rule=self.id, text=self.text.format(**values), source=self.source)


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """Who owns a case of which these facts hold; `since` is the first day on which it does."""

    rule: Rule
    provider: Provider
    risk: frozenset[Risk]
    mappa: bool
    public_interest: bool
    under_12_months: bool
    since: date


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field in plain words, and the topic whose people can say more."""

    id: str
    name: str
    aliases: tuple[str, ...]
    text: str
    source: str
    topic: Topic | None

    def reason(self) -> Reason:
        """As what there is to say."""
        return Reason(rule=f"term.{self.id}", text=self.text, source=self.source)


@dataclass(frozen=True, slots=True)
class Policy:
    """What one area has agreed."""

    area: str
    ownership: tuple[OwnershipRule, ...]
    rules: Mapping[str, Rule]
    leads: Mapping[Topic, Provider | None]

    def reason(self, rule_id: str, **values: str) -> Reason:
        """The rule with this id, as a reason."""
        return self.rules[rule_id].reason(**values)

    def topic_reason(self, topic: Topic) -> Reason:
        """Who leads on a topic, as a reason."""
        return self.rules[f"topic.{topic}"].reason()
