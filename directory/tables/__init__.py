"""The tables. Every fact carries its source, whether it is assumed, and whether it is a sample."""

from directory.tables.accounts import AGENCY_KINDS, Account, Agency, Invitation, MailedCode
from directory.tables.audit import AuditHead, AuditRow, DirectoryVersion
from directory.tables.base import ONE_PROVIDER, Base, Fact
from directory.tables.call_backs import (
    CallBackNote,
    CallBackNumber,
    CallBackRequest,
    DutyGroup,
    OutgoingMessage,
)
from directory.tables.cases import Case, CaseKeyCheck, CaseMark, CountedLookUp, FormerOwner
from directory.tables.channels import ChosenLanguage, Conversation, NumberReport, TelegramUpdate
from directory.tables.clients import CalendarFeed, Client
from directory.tables.contacts import SUSPICIONS, Email, Number, Post, SecureDomain, SuspectNumber, Team
from directory.tables.cover import CoverAsked, CoverRequest
from directory.tables.desk import CallerSent
from directory.tables.enquiries import EnquiryCount
from directory.tables.information import InformationAsked, InformationNote
from directory.tables.phrases import Alias, Unanswered, UnknownWord, WordHeard
from directory.tables.places import (
    OFFICE_KINDS,
    PLACE_KINDS,
    Area,
    BankHoliday,
    Office,
    OtherHours,
    Place,
    PlaceName,
    ProbationProvider,
)
from directory.tables.programmes import Programme, ProgrammeRun
from directory.tables.rota import ENTRY_KINDS, Person, RotaEntry, RotaPost
from directory.tables.web import SIGNED_IN_BY, SignInLink, WebSession

__all__ = [
    "AGENCY_KINDS",
    "ENTRY_KINDS",
    "OFFICE_KINDS",
    "ONE_PROVIDER",
    "PLACE_KINDS",
    "SIGNED_IN_BY",
    "SUSPICIONS",
    "Account",
    "Agency",
    "Alias",
    "Area",
    "AuditHead",
    "AuditRow",
    "BankHoliday",
    "Base",
    "CalendarFeed",
    "CallBackNote",
    "CallBackNumber",
    "CallBackRequest",
    "CallerSent",
    "Case",
    "CaseKeyCheck",
    "CaseMark",
    "ChosenLanguage",
    "Client",
    "Conversation",
    "CountedLookUp",
    "CoverAsked",
    "CoverRequest",
    "DirectoryVersion",
    "DutyGroup",
    "Email",
    "EnquiryCount",
    "Fact",
    "FormerOwner",
    "InformationAsked",
    "InformationNote",
    "Invitation",
    "MailedCode",
    "Number",
    "NumberReport",
    "Office",
    "OtherHours",
    "OutgoingMessage",
    "Person",
    "Place",
    "PlaceName",
    "Post",
    "ProbationProvider",
    "Programme",
    "ProgrammeRun",
    "RotaEntry",
    "RotaPost",
    "SecureDomain",
    "SignInLink",
    "SuspectNumber",
    "Team",
    "TelegramUpdate",
    "Unanswered",
    "UnknownWord",
    "WebSession",
    "WordHeard",
]
