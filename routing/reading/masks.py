"""What stands in a text for words that are not read: no phrase, no place and no fact can match one."""

NAME = "_name"  # of a person who is not the asker
STAFF = "_staff"  # the surname after a title of the service: "Officer Birch"
ASKER = "_asker"  # the asker's own name: "PC Jones here"
DETAIL = "_detail"  # a date of birth, an address, a number of a person
REFERENCE = "_reference"  # of a case

# No real word begins like these.
MASKS = frozenset({NAME, STAFF, ASKER, DETAIL, REFERENCE})
