"""What whoever runs Signpost looks at: `/healthz` and `/metrics`."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.health import Health


def operation_routes(health: Health) -> list[Route]:
    """`/healthz` is 200, or 503 and which parts fail; `/metrics` is in the format of Prometheus."""

    async def say_health(_: Request) -> JSONResponse:
        failing = await health.failing()
        return JSONResponse({"healthy": not failing, "failing": failing}, 503 if failing else 200)

    async def tell_metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/healthz", say_health), Route("/metrics", tell_metrics)]
