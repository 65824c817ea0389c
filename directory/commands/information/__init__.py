"""python -m directory information …: what was asked of other agencies."""

HELP = "information that was asked of another agency: record it, list it, say what became of it"
METAVAR = "WHAT"
