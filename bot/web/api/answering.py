"""Enquiries and cases: the same answers as on every channel, by the same Assistant."""

from typing import Annotated, Literal

import msgspec

from bot.enquiry_fields import Asking, EnquiryError, EnquiryFields
from bot.limits import LONGEST_TEXT
from bot.service import Service
from bot.web.api.callers import Caller
from bot.web.api.operation import CLIENTS, Operation
from bot.web.api.problem import ProblemError
from directory.cases.cases import standardise_reference
from routing.answer import Answer, Reason, Step, for_programs, to_json
from routing.disclosure import may_ask_as
from routing.limits import WITHHELD
from routing.vocabulary import Provider, Role, Standing, Warn

_EXAMPLE = {"text": "two more appointments missed, Redditch", "at": "2014-07-08T10:30"}
_NOT_FOUND = "case.not_found"


class Enquiry(EnquiryFields, rename={"standing": "as"}, kw_only=True):
    """What is asked, as docs/answer.md says."""

    text: Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]


class CaseAsked(msgspec.Struct):
    """A case that is asked for by its reference."""

    reference: Annotated[str, msgspec.Meta(max_length=20, description="A letter and six digits")]
    id: str | int | float | bool | None = None


class CaseTold(msgspec.Struct, kw_only=True):
    """Whose a case is, as far as the client may know, and whom to ring in any case.

    `told` is `owner`; `not_found` where no such reference is registered; or `withheld` where a limit is
    reached or it could not be written down, as `because` says.
    """

    id: str | int | float | bool | None = None
    told: Literal["owner", "not_found", "withheld"]
    provider: Provider | None
    area: str | None
    office: str | None
    officer: str | None  # for probation staff, where one is named
    steps: tuple[Step, ...]
    because: tuple[Reason, ...]
    warnings: tuple[Warn, ...]


def answering(service: Service) -> tuple[Operation[Enquiry], Operation[CaseAsked]]:
    """The two operations."""
    answers, area = service.dialogue.answers, service.settings.area

    async def ask(caller: Caller, fields: EnquiryFields) -> Answer:
        asking = Asking(answers.snapshot, area)
        try:
            enquiry = caller.enquiry(asking, fields, service.dialogue.now)
        except EnquiryError as error:
            raise _not_as_it_is(error) from None
        if not may_ask_as(caller.standing, enquiry.standing):
            raise _not_on_behalf(caller, enquiry.standing)
        return await answers.answer(enquiry)

    async def answer(caller: Caller, asked: Enquiry) -> bytes:
        return to_json(await ask(caller, asked))

    async def tell_owner(caller: Caller, asked: CaseAsked) -> CaseTold:
        reference = standardise_reference(asked.reference)
        if reference is None:
            raise ProblemError(
                422, "This is no case reference", "Send a letter and six digits.", where="body.reference"
            )
        said = EnquiryFields(f"whom do I ring about case {reference}", id=asked.id)
        return told(for_programs(await ask(caller, said)))

    return (
        Operation(
            "POST", "/answer", "answer", "Whom to ring, in order, and why.",
            Enquiry, Answer, answer, text=lambda asked: asked.text, example=_EXAMPLE,
        ),
        Operation(
            "POST", "/cases", "case", "Whose a case is, by its reference; each is counted and audited.",
            CaseAsked, CaseTold, tell_owner, who=CLIENTS, example={"reference": "A123456"},
        ),
    )  # fmt: skip


def told(answer: Answer) -> CaseTold:
    """What an answer about one case says of its owner."""
    rules = {reason.rule for reason in answer.because}
    officers = (step.name for step in answer.steps if step.role is Role.RESPONSIBLE_OFFICER)
    withheld, unknown = rules & WITHHELD, _NOT_FOUND in rules
    is_told = not (withheld or unknown)
    return CaseTold(
        id=answer.id,
        told="withheld" if withheld else "not_found" if unknown else "owner",
        provider=answer.provider if is_told else None,
        area=answer.area if is_told else None,
        office=answer.office if is_told else None,
        officer=next(officers, None) if is_told else None,
        steps=answer.steps,
        because=answer.because,
        warnings=answer.warnings,
    )


def _not_as_it_is(error: EnquiryError) -> ProblemError:
    said = str(error)
    return ProblemError(
        422,
        f"{said[:1].upper()}{said[1:]}",
        "Put that right and send it again; docs/answer.md says what each field holds.",
        where="body",
    )


def _not_on_behalf(caller: Caller, other: Standing) -> ProblemError:
    return ProblemError(
        403,
        f"Asking as {other} is not for {caller.standing}",
        "Leave `as` out to ask with the standing of your token, or ask as public.",
        where="body.as",
    )
