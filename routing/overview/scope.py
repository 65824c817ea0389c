"""Whose figures somebody sees: decided by their standing, and by the posts that the rota has them on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from routing.snapshot import PostKey
from routing.vocabulary import Provider, Role, Standing

_OF_AN_OFFICE = frozenset({Role.SPO, Role.HEAD_OF_LDU})
_OF_AN_AREA = frozenset({Role.DUTY_SPO, Role.HEAD_OF_LDU})


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the service; what is None is not narrowed down."""

    area: str | None = None
    office: str | None = None
    provider: Provider | None = None

    def covers(self, area: str, office: str | None, providers: Iterable[Provider]) -> bool:
        """Whether something of this area and office, which these providers have to do with, is in it."""
        return (
            self.area in (None, area)
            and self.office in (None, office)
            and (self.provider is None or self.provider in providers)
        )


def narrowed(scopes: Iterable[Scope], wanted: Scope) -> tuple[Scope, ...]:
    """What of these scopes lies in the one that is wanted: never more than either."""
    return tuple(dict.fromkeys(_met(scopes, wanted)))


def _met(scopes: Iterable[Scope], wanted: Scope) -> Iterator[Scope]:
    for scope in scopes:
        held = (scope.area, scope.office, scope.provider)
        asked = (wanted.area, wanted.office, wanted.provider)
        if all(one is None or other is None or one == other for one, other in zip(held, asked, strict=True)):
            yield Scope(
                scope.area or wanted.area, scope.office or wanted.office, scope.provider or wanted.provider
            )


def scopes_of(standing: Standing, area: str | None, posts: Iterable[PostKey]) -> tuple[Scope, ...]:
    """What somebody oversees; nothing for who manages nobody (rule `disclosure.overview`).

    An admin oversees their area, or all where they are of none. An officer oversees what they manage: an
    SPO or a head their provider at their office, a duty SPO or a head without an office its whole area.
    """
    if standing is Standing.ADMIN:
        return (Scope(area),)
    if standing is not Standing.OFFICER:
        return ()
    held = (_managed(post) for post in posts)
    return tuple(dict.fromkeys(scope for scope in held if scope))


def _managed(post: PostKey) -> Scope | None:
    if post.office is None and post.role in _OF_AN_AREA:
        return Scope(post.area, None, post.provider)
    if post.office is not None and post.role in _OF_AN_OFFICE:
        return Scope(post.area, post.office, post.provider)
    return None
