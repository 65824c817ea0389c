"""The commands: what each stands for, who has it and where. Menus, help and reading all go by this table.

A command that asks something is only a short way of writing a question: `/duty redditch` is heard as
"duty officer redditch", by the same dialogue and with the same limits as words are.
"""

from dataclasses import dataclass, field

from routing.vocabulary import Standing

EVERYBODY = frozenset(Standing)
VERIFIED = EVERYBODY - {Standing.PUBLIC}
STAFF = frozenset({Standing.RECEPTION, Standing.OFFICER, Standing.ADMIN})
ADMINS = frozenset({Standing.ADMIN})
MAY_MANAGE = frozenset({Standing.OFFICER, Standing.ADMIN})
FOLLOW_REQUESTS = MAY_MANAGE | {Standing.PARTNER}


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `asks` is the question that it stands for; empty where it is no question."""

    name: str
    asks: str = ""
    needs_words: bool = False  # without any it only says how it is used
    standings: frozenset[Standing] = EVERYBODY
    coordinators: bool = False  # who may invite have it too, whatever their standing
    in_groups: bool = True
    buttons_in_groups: bool = False  # what they lead to is told to whoever pressed
    in_menus: bool = True

    def is_for(self, standing: Standing, *, coordinator: bool = False) -> bool:
        """Whether somebody has this command."""
        return standing in self.standings or (self.coordinators and coordinator)


COMMANDS = (
    Command("duty", "duty officer {}"),
    Command("spo", "SPO {}"),
    Command("ooh", "out of hours number {}"),
    Command("office", "telephone number of the probation office {}"),
    Command("case", "whom do I ring about case {}", needs_words=True, in_groups=False),
    Command("programme", "which programmes are there {}", needs_words=True),
    Command("term", "what does {} mean?", needs_words=True),
    Command("call", standings=VERIFIED, in_groups=False, buttons_in_groups=True),
    Command("number", standings=VERIFIED, in_groups=False),
    Command("ref", standings=VERIFIED, in_groups=False),
    Command("requests", standings=FOLLOW_REQUESTS, in_groups=False),
    Command("overview", standings=MAY_MANAGE, in_groups=False),
    Command("rota", standings=STAFF, in_groups=False),
    Command("shifts", standings=STAFF, in_groups=False),
    Command("calendar", standings=STAFF, in_groups=False),
    Command("available", standings=STAFF, in_groups=False),
    Command("cover", standings=STAFF, in_groups=False),
    Command("invite", standings=ADMINS, coordinators=True, in_groups=False),
    Command("check", standings=ADMINS, in_groups=False),
    Command("suspend", standings=ADMINS, in_groups=False),
    Command("dutygroup", standings=ADMINS),
    Command("unanswered", standings=ADMINS, in_groups=False),
    Command("web", standings=VERIFIED, in_groups=False),
    Command("me", in_groups=False),
    Command("language", in_groups=False),
    Command("help"),
    Command("start", in_groups=False),
    Command("verify", in_groups=False, in_menus=False),
    Command("code", in_groups=False, in_menus=False),
)
TASK_BUTTON = "/"  # what the data of a button begins with that leads to a command; no other button does
NAMED = {command.name: command for command in COMMANDS}


@dataclass(frozen=True, slots=True)
class Called:
    """A command that somebody has sent, and what they wrote behind it."""

    command: Command
    rest: str = field(repr=False)

    @property
    def question(self) -> str:
        """The question that it stands for."""
        return self.command.asks.format(self.rest).strip()

    @property
    def words(self) -> str:
        """What was written, read as words: a call for help is not to be lost behind a slash."""
        return f"{self.command.name} {self.rest}"
