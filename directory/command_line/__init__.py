"""What commands share: who acts and when, the directory for one command, days as they are typed."""
