"""What whoever runs Signpost looks at: `/healthz` and `/metrics`."""

from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.operation.health import Health

_LOOPBACK, _LINK_LOCAL = ("127.0.0.0/8", "::1/128"), ("169.254.0.0/16", "fe80::/10")
_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
_INSIDE = [ip_network(one) for one in (*_LOOPBACK, *_LINK_LOCAL, *_PRIVATE)]  # RFC 1918, 3927, 4193, 4291
_PASSED_ON_BY = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")


def operation_routes(health: Health, web: str) -> list[Route]:
    """`/healthz` is 200, or 503 and which parts fail; `/metrics` is in the format of Prometheus.

    The second is there only for whoever asks from inside; `web` is the address of the pages. Where that
    is https it is a balancer's, as the process itself serves none.
    """
    balancer = urlsplit(web).hostname if web.startswith("https:") else None

    async def say_health(_: Request) -> JSONResponse:
        failing = await health.failing()
        return JSONResponse({"healthy": not failing, "failing": failing}, 503 if failing else 200)

    async def tell_metrics(request: Request) -> Response:
        if request.url.hostname == balancer or not _is_from_inside(request):
            raise HTTPException(404)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/healthz", say_health), Route("/metrics", tell_metrics)]


def _is_from_inside(request: Request) -> bool:
    """Whether a machine of the same network asks by itself, and no balancer for somebody outside."""
    if request.client is None or any(one in request.headers for one in _PASSED_ON_BY):
        return False
    try:
        peer = ip_address(request.client.host)
    except ValueError:
        return False
    if isinstance(peer, IPv6Address):
        peer = peer.ipv4_mapped or peer
    return any(peer in network for network in _INSIDE)
