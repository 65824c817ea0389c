"""How an answer is said: one renderer for all channels."""
