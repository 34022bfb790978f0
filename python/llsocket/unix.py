"""Makes the addresses of unix sockets."""

from ._llsocket import unix_getaddrinfo as getaddrinfo

__all__ = ["getaddrinfo"]
