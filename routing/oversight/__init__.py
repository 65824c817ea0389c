"""What SPOs and heads see of how the service works: figures, and whose they are. Pure.

`scope` says whose figures somebody sees, `history` what they are made of, `overview` is made of that.
Nobody is in any of it: no asker, no case, no member of staff.
"""
