"""Call backs: asking for one, taking it, and the worker that follows each until a human has it."""
