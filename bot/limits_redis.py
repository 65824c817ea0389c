"""The state of the limits in Redis, for several replicas. Imported only where REDIS_URL is set."""

import logging
import math
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.limits import Bucket, BucketsInMemory, Rate

logger = logging.getLogger(__name__)

_PREFIX = "signpost:limit:"
_AWAY = (RedisError, OSError, TimeoutError)

# As bot.limits.take_from, in one step on the server. Numbers go as texts: Lua would cut them off.
_TAKE = """
local kept = redis.call('HMGET', KEYS[1], 'paid_until', 'held_back')
local now, every, ahead = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local paid_until = math.max(tonumber(kept[1]) or now, now)
local held_back, allowed = 0, 1
if paid_until - now <= ahead then
  paid_until = paid_until + every
else
  allowed, held_back = 0, (tonumber(kept[2]) or 0) + 1
  local enough = tonumber(ARGV[5])
  if enough > 0 and held_back % enough == 0 then
    paid_until = now + ahead + tonumber(ARGV[6])
  end
end
local written = string.format('%.6f', paid_until)
redis.call('HSET', KEYS[1], 'paid_until', written, 'held_back', held_back)
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return {allowed, written, held_back}
"""


class BucketsInRedis:
    """Counts together with all that use the same Redis; for itself while that is away."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._take = redis.register_script(_TAKE)
        self._meanwhile = BucketsInMemory()

    async def take(self, key: str, rate: Rate, now: float) -> tuple[bool, Bucket]:
        """Take one message."""
        kept_for = math.ceil((rate.ahead + 2 * rate.every + rate.shut_out) * 1000)
        reckoned = (rate.every, rate.ahead, kept_for, rate.enough, rate.shut_out)
        arguments: list[str | float] = [f"{now:.6f}", *reckoned]
        try:
            found: Any = await self._take(keys=[f"{_PREFIX}{key}"], args=arguments)
        except _AWAY as error:
            logger.warning("Redis is away (%s): this process counts for itself.", type(error).__name__)
            return await self._meanwhile.take(key, rate, now)
        allowed, paid_until, held_back = found
        return bool(allowed), Bucket(float(paid_until), int(held_back))

    async def look(self, key: str) -> Bucket | None:
        """What is kept."""
        try:
            found: Any = await self._redis.hmget(f"{_PREFIX}{key}", ["paid_until", "held_back"])  # type: ignore[misc]
        except _AWAY:
            return await self._meanwhile.look(key)
        paid_until, held_back = found
        return None if paid_until is None else Bucket(float(paid_until), int(held_back))
