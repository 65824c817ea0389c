"""Call backs under faults: real PostgreSQL and Redis, three replicas killed at random, Telegram refusing.

`make chaos` runs it, in under five minutes, and prints its figures; it fails where one is not as it must be.
No waiting time is shortened in the program: what is due is brought forward in the database.
"""
