"""python -m directory alias …"""

HELP = "phrases that people use and that are not built in"
METAVAR = "WHAT"
