# Rendered by the crate llsocket-reference: ./dev docs.
"""Makes the addresses of unix sockets, and opens such sockets by their paths."""

from ._llsocket import _unix_connect as connect
from ._llsocket import _unix_getaddrinfo as getaddrinfo
from ._llsocket import _unix_listen as listen

__all__ = ["connect", "getaddrinfo", "listen"]
