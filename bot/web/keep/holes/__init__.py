"""The hours in which somebody would reach nobody."""
