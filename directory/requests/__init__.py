"""What call backs and requests for information or cover share: when they are due, and how they end."""
