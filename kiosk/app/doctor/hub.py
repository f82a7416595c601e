"""Check of the way to the operator's hub."""

from __future__ import annotations

from kiosk.app.doctor.finding import Finding, ok, warn

TIMEOUT_S = 3.0


def check_hub(address: str) -> Finding:
    """Tell whether the hub answers. It may be away for weeks: facts wait, so this is never a fault."""
    if not address:
        return ok("hub", "none is set; facts stay on this device")
    import httpx

    remedy = "Nothing is lost: facts wait here. Check the network, or the address in settings.toml"
    try:
        answer = httpx.get(f"{address.rstrip('/')}/healthz", timeout=TIMEOUT_S, follow_redirects=False)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return warn("hub", f"{address} does not answer ({type(error).__name__})", remedy)
    if answer.status_code == httpx.codes.OK and "json" in answer.headers.get("content-type", ""):
        return ok("hub", f"{address} answers")
    return warn("hub", f"{address} answers {answer.status_code}, not as a hub does", remedy)
