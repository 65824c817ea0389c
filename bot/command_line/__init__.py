"""Questions at the command line: one, many in a file, a conversation in the terminal."""
