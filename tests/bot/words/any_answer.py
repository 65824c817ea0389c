"""Any answer that there may be, for properties of its words."""

from datetime import datetime

from hypothesis import strategies as st

from routing.answer import Answer, Clarify, Reason, Step
from routing.vocabulary import Asks, Kind, Provider, Role, Warn

_texts = st.text(max_size=40)
_steps = st.builds(
    Step,
    role=st.sampled_from(Role),
    provider=st.none() | st.sampled_from(Provider),
    office=st.none() | _texts,
    phone=st.none() | st.sampled_from(["999", "+441905723591", "+441632960123"]) | _texts,
    ask_for=st.none() | _texts,
    name=st.none() | _texts,
    when=st.just("now") | st.datetimes(min_value=datetime(2000, 1, 1)).map(lambda at: at.astimezone()),  # noqa: DTZ001
    place=st.none() | _texts,
    hours=st.none() | st.sampled_from(["24/7", "Mo-Fr 09:00-17:00; PH off"]) | _texts,
    checked_on=st.none() | st.dates(),
    sample=st.booleans(),
)
ANSWERS = st.builds(
    Answer,
    kind=st.sampled_from(Kind),
    area=st.just("west-mercia"),
    open_now=st.booleans(),
    steps=st.lists(_steps, max_size=5).map(tuple),
    because=st.lists(st.builds(Reason, rule=_texts, text=_texts, source=_texts), max_size=3).map(tuple),
    clarify=st.none() | st.builds(Clarify, asks=st.sampled_from(Asks)),
    warnings=st.lists(st.sampled_from(Warn), unique=True).map(tuple),
    follow_up=_texts,
)
