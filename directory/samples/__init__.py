"""What is made up for trials of size and never for use: a register of cases, and a whole directory."""
