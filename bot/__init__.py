"""How people reach Signpost: the terminal, the web, Telegram."""
