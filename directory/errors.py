"""What can go wrong with the directory, each said in one sentence with what to do about it."""


class DirectoryError(Exception):
    """Something cannot be done; the message is for whoever runs the service or typed the command."""


class DatabaseError(DirectoryError):
    """The database cannot be opened, read or migrated."""


class CaseKeyError(DirectoryError):
    """The key of the case register cannot be used."""


class BackupError(DirectoryError):
    """The database cannot be kept in a file, or put back from it."""


class FieldError(DirectoryError):
    """Something that was typed cannot be taken; `field` is the name of the field that is at fault."""

    def __init__(self, said: str, field: str = "") -> None:
        super().__init__(said)
        self.field = field


class SealError(DirectoryError):
    """Something sealed cannot be read with this key."""
