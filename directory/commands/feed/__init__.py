"""python -m directory feed …"""

HELP = "addresses at which a calendar program reads a rota: make one, list them, take one back"
METAVAR = "WHAT"
