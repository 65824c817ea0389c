"""python -m directory import emails FILE."""

from directory.exchange.command import ImportCommand

_COMMAND = ImportCommand("emails")
HELP = _COMMAND.help
DESCRIPTION = _COMMAND.description
EXAMPLES = _COMMAND.examples
add_arguments = _COMMAND.add_arguments
run = _COMMAND.run
