"""python -m directory import KIND FILE; each kind is a file in this folder."""

HELP = "bring a file into the directory"
METAVAR = "KIND"
