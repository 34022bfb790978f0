# Rendered by the crate llsocket-reference: ./dev docs.
"""Finds the addresses of internet hosts and services."""

from ._llsocket import _inet_getaddrinfo as getaddrinfo
from ._llsocket import _inet_getaddrinfo6 as getaddrinfo6

__all__ = ["getaddrinfo", "getaddrinfo6"]
