"""What SPOs and heads see of how the service works: figures, and whose they are. Pure.

`scope` says whose figures somebody sees, `history` what those of requests are made of, `counting` what those
of enquiries are; `overview` is made of both, `table` has it as rows.
Nobody is in any of it: no asker, no case, no member of staff.
"""
