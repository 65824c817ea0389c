"""Figures for managers: what is counted, who sees it, and what routing/oversight makes them of."""
