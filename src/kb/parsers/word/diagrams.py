"""The texts of a diagram of Word (SmartArt), which lies in a part of its own (ECMA-376, 21.4)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_NO_NODES = ("pres", "parTrans", "sibTrans")  # how it is laid out, and its arrows


def texts(data: Element) -> tuple[str, ...]:
    """What stands in the boxes of a diagram, in their order; ``data`` is the root of its part."""
    found: list[str] = []
    for point in data.iter("dgm:pt"):
        if point.get("type") not in _NO_NODES:
            lines = ("".join(each.text or "" for each in line.iter("a:t")) for line in point.iter("a:p"))
            found.append("\n".join(line for line in lines if line.strip()))
    return tuple(filter(None, found))
