# Rendered by the crate llsocket-reference: ./dev docs.
"""Finds the addresses of internet hosts and services, connects to them, and listens."""

from ._llsocket import _inet_connect as connect
from ._llsocket import _inet_getaddrinfo as getaddrinfo
from ._llsocket import _inet_getaddrinfo6 as getaddrinfo6
from ._llsocket import _inet_listen as listen

__all__ = ["connect", "getaddrinfo", "getaddrinfo6", "listen"]
