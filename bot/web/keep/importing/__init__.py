"""A file seen with all that it would change, then taken."""
