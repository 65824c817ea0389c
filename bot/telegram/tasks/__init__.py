"""What people do on Telegram besides asking: a file for each command that is no question."""
