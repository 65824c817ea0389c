"""How the tables came to be, one step a file; `directory.database` runs what is missing."""
