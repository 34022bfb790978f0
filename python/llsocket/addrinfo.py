# Rendered by the crate llsocket-reference: ./dev docs.
"""Makes addresses of every family: from names, numbers and paths."""

from ._llsocket import _addrinfo_getaddrinfo as getaddrinfo
from ._llsocket import _addrinfo_inet as inet
from ._llsocket import _addrinfo_inet6 as inet6
from ._llsocket import _addrinfo_netlink as netlink
from ._llsocket import _addrinfo_packet as packet
from ._llsocket import _addrinfo_raw as raw
from ._llsocket import _addrinfo_unix as unix
from ._llsocket import _addrinfo_vsock as vsock

__all__ = ["getaddrinfo", "inet", "inet6", "netlink", "packet", "raw", "unix", "vsock"]
