"""Requests for information to other agencies in the database: recorded, chased and closed by any replica."""
