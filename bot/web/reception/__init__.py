"""The desk: whom to send a caller to while they hold, what to say to them, and who is on today."""
