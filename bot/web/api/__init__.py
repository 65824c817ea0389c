"""The interface for programs: HTTP and JSON under /api (docs/interface.md)."""
