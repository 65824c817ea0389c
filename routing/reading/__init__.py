"""A text becomes a Reading: facts, each with the words it was read from."""
