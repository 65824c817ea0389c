"""Call backs: asking for one, and taking it."""
