"""Which addresses of the web may be followed or printed (pure)."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(address: str | None) -> str | None:
    """The address, if a browser may follow it: http or https, with a host.

    >>> web_address("https://www.iom.int/x"), web_address("javascript:alert(1)"), web_address("https:x")
    ('https://www.iom.int/x', None, None)
    """
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
