"""python -m directory import programmes FILE."""

from directory.exchange.command import ImportCommand

_COMMAND = ImportCommand("programmes")
HELP = _COMMAND.help
DESCRIPTION = _COMMAND.description
EXAMPLES = _COMMAND.examples
add_arguments = _COMMAND.add_arguments
run = _COMMAND.run
