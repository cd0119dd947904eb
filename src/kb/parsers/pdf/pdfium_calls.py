"""Functions of pdfium that are called without any conversion of what they are given.

pdfium tells of characters and shapes one call at a time. A call through ``ctypes`` costs 0.2 microseconds
when its arguments need no conversion, half a microsecond otherwise.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

argument = ctypes.c_void_p.from_param  # an address, as such a function takes it


def plain(function: Any, result: Any) -> Callable[..., Any]:
    """A function without conversions, for small integers and what ``argument`` or ``byref`` make."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    made: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(address)
    return made
