"""The policies of all areas, read from the TOML files of a folder."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from routing.limits import Limits
from routing.policy.area_policy import AreaPolicy, build_area
from routing.policy.building import NATIONAL, build_limits, build_terms
from routing.policy.policy import PolicyError, Term

_TERMS = "terms.toml"
_AREAS = "areas"


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies of all areas, and the glossary they share."""

    by_area: Mapping[str, AreaPolicy]
    terms: Mapping[str, Term]
    national: AreaPolicy
    limits: Limits  # of everybody alike, wherever they are

    def of(self, area: str) -> AreaPolicy:
        """The area's policy; the national rules alone where it has written none of its own."""
        return self.by_area.get(area, self.national)

    @classmethod
    def bundled(cls) -> "Policies":
        """The policies that come with the product. Raises PolicyError."""
        return _bundled()

    @classmethod
    def in_folder(cls, folder: Traversable) -> "Policies":
        """national.toml, terms.toml, and in areas/ a file for each area. Raises PolicyError."""
        national = _load(folder / NATIONAL)
        by_area: dict[str, AreaPolicy] = {}
        for file in sorted((folder / _AREAS).iterdir(), key=lambda one: one.name):
            if file.name.endswith(".toml"):
                policy = build_area(national, _load(file), file.name)
                if policy.area in by_area:
                    raise PolicyError(f"{file.name}: another file is about the area {policy.area} already")
                by_area[policy.area] = policy
        alone = build_area(national, {"area": "national"}, NATIONAL)
        limits = build_limits(national.get("limits", {}), NATIONAL)
        return cls(by_area, build_terms(_load(folder / _TERMS), _TERMS), alone, limits)


@lru_cache(maxsize=1)
def _bundled() -> Policies:
    return Policies.in_folder(files("routing.policy"))


def _load(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"{file.name}: {error}") from None
