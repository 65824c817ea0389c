"""Signpost on Telegram.

`client.create_bot` makes the connection, `dispatcher.create_dispatcher` says what is done with an
update, `polling.poll` runs both until it is told to stop. Importing this package costs nothing:
aiogram takes a second to load (by models.py; else three), so only a command that talks to Telegram imports
the modules below.
"""
