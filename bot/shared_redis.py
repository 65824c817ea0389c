"""Redis, which several replicas share besides the database. Imported only where REDIS_URL is set."""

from redis.asyncio import Redis

_SECONDS = 0.5  # nobody who needs a number waits longer than that for it


def connect(url: str) -> Redis:
    """A client, which connects when it is first used. Raises ValueError for what is no address of a Redis."""
    found: Redis = Redis.from_url(url, socket_timeout=_SECONDS, socket_connect_timeout=_SECONDS)
    return found


async def answers(redis: Redis) -> bool:
    """Whether it is there. Raises RedisError where it is not."""
    await redis.echo("")
    return True
