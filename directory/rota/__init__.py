"""The rota: read for routing, shown and changed by its keeper, and by those who are on it."""
