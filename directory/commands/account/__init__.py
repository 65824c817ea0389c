"""python -m directory account …"""

HELP = "list, suspend, restore or end the accounts of those who may know more than the public"
METAVAR = "WHAT"
