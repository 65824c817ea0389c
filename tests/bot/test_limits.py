"""How often somebody may write: in this process, in Redis, and that both reckon alike."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limits import (
    GROUP,
    PERSON,
    WEB,
    Admission,
    Bucket,
    Buckets,
    BucketsInMemory,
    Limits,
    Rate,
    take_from,
    verdict_of,
)
from bot.limits_redis import BucketsInRedis
from bot.shared_redis import connect

NOON = datetime(2014, 7, 8, 12, tzinfo=UTC)
RATE = Rate(burst=3, every=10, patience=4)
WAITS = st.lists(st.floats(min_value=0, max_value=60, allow_nan=False), max_size=40)
RATES = st.builds(
    Rate,
    burst=st.integers(min_value=1, max_value=8),
    every=st.integers(min_value=1, max_value=30),
    patience=st.integers(min_value=1, max_value=5),
)


@pytest.fixture(params=["memory", "redis"])
async def buckets(request: pytest.FixtureRequest) -> AsyncIterator[Buckets]:
    if request.param == "memory":
        yield BucketsInMemory()
        return
    async with connect(request.getfixturevalue("redis_url")) as redis:
        yield BucketsInRedis(redis)


@pytest.fixture
def key() -> str:
    """A person of this test's own, as the server is not emptied between tests."""
    return f"telegram:{uuid4()}"


async def sends(limits: Limits, key: str, *seconds: float, rate: Rate = RATE) -> list[Admission]:
    """What is done with messages that come in at these seconds after noon."""
    return [(await limits.admit(key, NOON + timedelta(seconds=second), rate)).admission for second in seconds]


async def test_a_burst_is_answered_the_next_is_told_and_what_follows_is_left(
    buckets: Buckets, key: str
) -> None:
    done = await sends(Limits(buckets), key, *[0] * 9)

    assert done == [
        *[Admission.ANSWER] * 3,
        Admission.TELL,
        *[Admission.KEEP_QUIET] * 3,
        Admission.TELL,
        Admission.KEEP_QUIET,
    ]


async def test_whoever_waits_as_long_as_they_were_told_is_answered(buckets: Buckets, key: str) -> None:
    limits = Limits(buckets)
    await sends(limits, key, 0, 0, 0)
    told = await limits.admit(key, NOON, RATE)
    assert told == (Admission.TELL, 10)

    assert await sends(limits, key, told.seconds - 0.001) == [Admission.KEEP_QUIET]
    assert await sends(limits, key, told.seconds) == [Admission.ANSWER]


async def test_words_of_danger_are_answered_whatever_came_before(buckets: Buckets, key: str) -> None:
    limits = Limits(buckets)
    await sends(limits, key, *[0] * 50)

    assert (await limits.admit(key, NOON, RATE, lambda: True)).admission is Admission.ANSWER


async def test_whoever_goes_on_and_on_is_shut_out_told_so_and_answered_again_after_that(
    buckets: Buckets, key: str
) -> None:
    rate, limits = Rate(burst=3, every=10, patience=4, enough=6, shut_out=300), Limits(buckets)
    assert (await sends(limits, key, *[0] * 8, rate=rate))[-1] is Admission.TELL  # the fifth is told anyway
    last = await limits.admit(key, NOON, rate)
    assert last == (Admission.TELL, 300)

    assert await sends(limits, key, 299.9, rate=rate) == [Admission.KEEP_QUIET]
    assert await sends(limits, key, 300, rate=rate) == [Admission.ANSWER]
    assert (await limits.admit(key, NOON, rate, lambda: True)).admission is Admission.ANSWER


async def test_whoever_goes_on_while_shut_out_stays_shut_out(buckets: Buckets, key: str) -> None:
    rate, limits = Rate(burst=3, every=10, patience=4, enough=6, shut_out=300), Limits(buckets)
    await sends(limits, key, *[0] * 9, *[200] * 6, rate=rate)

    assert await sends(limits, key, 499, rate=rate) != [Admission.ANSWER]
    assert await sends(limits, key, 500, rate=rate) == [Admission.ANSWER]


async def test_one_persons_flood_is_not_anothers(buckets: Buckets, key: str) -> None:
    limits = Limits(buckets)
    await sends(limits, key, *[0] * 50)

    assert await sends(limits, f"{key}-other", 0) == [Admission.ANSWER]


async def test_two_replicas_count_together(redis_url: str, key: str) -> None:
    async with connect(redis_url) as one, connect(redis_url) as other:
        replicas = [Limits(BucketsInRedis(each)) for each in (one, other)]
        done = await asyncio.gather(*(sends(each, key, 0) for each in replicas * 5))

    assert [admission for (admission,) in done].count(Admission.ANSWER) == RATE.burst


async def test_what_is_kept_in_redis_goes_away_by_itself(redis_url: str, key: str) -> None:
    async with connect(redis_url) as redis:
        await sends(Limits(BucketsInRedis(redis)), key, *[0] * 4)
        left = await redis.pttl(f"signpost:limit:{key}")

    assert 0 < left <= 1000 * (RATE.ahead + 2 * RATE.every)


async def test_while_redis_is_away_each_process_counts_for_itself(
    key: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with connect("unix:///nowhere/redis.sock") as redis:
        done = await sends(Limits(BucketsInRedis(redis)), key, *[0] * 4)

    assert done == [*[Admission.ANSWER] * 3, Admission.TELL]
    assert "this process counts for itself" in caplog.messages[0]


async def test_memory_stays_bounded() -> None:
    buckets = BucketsInMemory(most=10)
    for number in range(100):
        await buckets.take(f"telegram:{number}", RATE, 0)

    assert len(buckets._buckets) == 10


@given(RATES, WAITS)
def test_no_more_than_the_rate_gets_through_in_any_stretch(rate: Rate, waits: list[float]) -> None:
    bucket, now, answered = None, 0.0, []
    for wait in waits:
        now += wait
        allowed, bucket = take_from(bucket, rate, now)
        if allowed:
            answered.append(now)
    for first, begun in enumerate(answered):
        for last, ended in enumerate(answered[first:], start=1):
            assert last <= rate.burst + (ended - begun) / rate.every + 1e-6


@given(RATES, WAITS)
def test_whoever_keeps_to_the_rate_is_always_answered(rate: Rate, waits: list[float]) -> None:
    bucket, now = None, 0.0
    for wait in waits:
        now += rate.every + wait
        allowed, bucket = take_from(bucket, rate, now)
        assert allowed


@given(RATES, st.integers(min_value=1, max_value=30))
def test_whoever_is_held_back_is_told_at_once_and_how_long(rate: Rate, more: int) -> None:
    bucket, verdicts = Bucket(0.0), []
    for _ in range(rate.burst + more):
        allowed, bucket = take_from(bucket, rate, 0.0)
        verdicts.append(verdict_of(allowed, bucket, rate, 0.0))
    first = verdicts[rate.burst]

    assert first.admission is Admission.TELL
    assert take_from(bucket, rate, float(first.seconds))[0]


@pytest.mark.parametrize("rate", [PERSON, GROUP, WEB])
def test_nobody_who_types_is_ever_held_back(rate: Rate) -> None:
    """A message every six seconds, which is more than anybody has to ask."""
    bucket = None
    for number in range(1000):
        allowed, bucket = take_from(bucket, rate, number * 6.0)
        assert allowed


async def test_whoever_is_shut_out_is_so_until_it_is_over(buckets: Buckets, key: str) -> None:
    limits, strict = Limits(buckets), Rate(burst=2, every=30.0, patience=1, enough=1, shut_out=900.0)
    left = []
    for _ in range(3):
        await limits.admit(key, NOON, strict)
        left.append(await limits.shut_out_for(key, NOON, strict))

    assert left == [0, 0, 900]
    assert await limits.shut_out_for(key, NOON + timedelta(seconds=899), strict) == 1
    assert await limits.shut_out_for(key, NOON + timedelta(seconds=900), strict) == 0
    assert await limits.shut_out_for(f"{key} another", NOON, strict) == 0
