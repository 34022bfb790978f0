# Rendered by the crate llsocket-reference: ./dev docs.
"""Waits for time to pass."""

from ._llsocket import _poll_monotonic as monotonic
from ._llsocket import _poll_sleep as sleep

__all__ = ["monotonic", "sleep"]
