"""All tasks on an open directory."""

from bot.telegram.tasks.accepting import Accepting
from bot.telegram.tasks.availability import Availability
from bot.telegram.tasks.calendar import OwnCalendar
from bot.telegram.tasks.calls import Calls, OwnNumber, OwnReference
from bot.telegram.tasks.checking import Checking
from bot.telegram.tasks.covering import Covering
from bot.telegram.tasks.duty_group import DutyGroup
from bot.telegram.tasks.inviting import Inviting
from bot.telegram.tasks.language import LanguageChoice
from bot.telegram.tasks.membership import Membership
from bot.telegram.tasks.overview import ManagersOverview
from bot.telegram.tasks.proving import HowToProve
from bot.telegram.tasks.requesting import Requests
from bot.telegram.tasks.rota import RotaToday
from bot.telegram.tasks.shifts import OwnShifts
from bot.telegram.tasks.signing_in import SigningIn
from bot.telegram.tasks.suspending import Suspending
from bot.telegram.tasks.task import Tasks
from bot.telegram.tasks.unanswered import Unanswered
from bot.verifying import Verifying
from directory.directory import Directory


def all_tasks(directory: Directory, web: str, verifying: Verifying) -> Tasks:
    """One for each command that is no question. `web` is the address at which people reach the pages."""
    return Tasks(
        {
            "start": Accepting(verifying),
            "me": Membership(directory),
            "web": SigningIn(directory, web),
            "language": LanguageChoice(directory),
            "call": Calls(directory),
            "number": OwnNumber(directory),
            "ref": OwnReference(directory),
            "requests": Requests(directory),
            "overview": ManagersOverview(directory),
            "rota": RotaToday(directory),
            "shifts": OwnShifts(directory),
            "calendar": OwnCalendar(directory, web),
            "available": Availability(directory),
            "cover": Covering(directory),
            "invite": Inviting(directory),
            "check": Checking(directory),
            "suspend": Suspending(directory),
            "dutygroup": DutyGroup(directory),
            "unanswered": Unanswered(directory),
            "verify": HowToProve("verify"),
            "code": HowToProve("code"),
        },
    )
