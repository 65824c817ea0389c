"""What keepers do while the service runs: rows, files, checks that are due, phrases that are taught."""
