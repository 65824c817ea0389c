"""Information that probation asks of other agencies, followed until it has come. Pure.

docs/call-backs.md says it for people. `request` is what there is to know of one, `machine` what becomes of
it when somebody acts or time passes, `access` who may see and do what. What the reply says is kept nowhere.
"""
