"""The worker: it follows call backs, requests to agencies and cover to their end, and tells of it."""
