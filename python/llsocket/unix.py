# Rendered by the crate llsocket-reference: ./dev docs.
"""Makes the addresses of unix sockets."""

from ._llsocket import _unix_getaddrinfo as getaddrinfo

__all__ = ["getaddrinfo"]
