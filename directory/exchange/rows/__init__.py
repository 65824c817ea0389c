"""Rows of a kind: read from a file, compared with what is held, and stored."""
