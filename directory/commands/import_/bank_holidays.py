"""python -m directory import bank-holidays FILE."""

from directory.exchange.command import ImportCommand

_COMMAND = ImportCommand("bank-holidays")
HELP = _COMMAND.help
DESCRIPTION = _COMMAND.description
EXAMPLES = _COMMAND.examples
add_arguments = _COMMAND.add_arguments
run = _COMMAND.run
