"""The database: transactions, connections, what waits to be written, what is sealed, a copy of it all."""
