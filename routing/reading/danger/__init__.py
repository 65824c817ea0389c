"""Is somebody in danger now? Signs found in a text, what takes them away, and how its words lean."""

from routing.reading.danger.deciding import is_danger

__all__ = ["is_danger"]
