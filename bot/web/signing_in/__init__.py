"""Signing in and out on the web."""
