"""The rota as a calendar that a keeper changes."""
