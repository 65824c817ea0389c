"""What keeps Signpost from starting."""


class StartError(Exception):
    """The service cannot start; the message says why in one sentence and what to do."""
