"""The interface for programs, in process over its own HTTP."""
