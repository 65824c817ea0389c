"""Figures for managers: what is counted, who sees it, and what routing/overview makes them of."""
