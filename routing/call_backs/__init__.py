"""A call back, followed until a human has it: the states of a request for one, and what moves it. Pure.

docs/call-backs.md says it for people. `request` is what there is to know of a request, `machine` what
becomes of it when somebody acts or time passes, `staffing` who is on and when the office is shut.
"""
