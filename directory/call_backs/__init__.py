"""Requests for a call back in the database: any replica moves them on, and none of them twice."""
