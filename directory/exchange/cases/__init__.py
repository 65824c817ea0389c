"""A file of cases, of any length, brought into the register."""
