"""python -m directory audit …"""

HELP = "the record of what was changed and what was disclosed"
METAVAR = "WHAT"
