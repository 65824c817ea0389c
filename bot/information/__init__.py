"""Requests for information to other agencies: recorded, answered and chased in words, on every channel."""
