"""A rota for calendar programs, at addresses that nobody can guess."""
