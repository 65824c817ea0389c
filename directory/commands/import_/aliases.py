"""python -m directory import aliases FILE."""

from directory.exchange.command import ImportCommand

_COMMAND = ImportCommand("aliases")
HELP = _COMMAND.help
DESCRIPTION = _COMMAND.description
EXAMPLES = _COMMAND.examples
add_arguments = _COMMAND.add_arguments
run = _COMMAND.run
