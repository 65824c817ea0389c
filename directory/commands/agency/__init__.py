"""python -m directory agency …"""

HELP = "end at once what the people of an agency may know, or let them know it again"
METAVAR = "WHAT"
