"""python -m directory client …"""

HELP = "programs that use the interface: add one, list them, renew a token, revoke"
METAVAR = "WHAT"
