# Rendered by the crate llsocket-reference: ./dev docs.
"""Lists the interfaces of this host."""

from ._llsocket import _device_getifaddrs as getifaddrs
from ._llsocket import _device_indextoname as indextoname
from ._llsocket import _device_macaddrs as macaddrs
from ._llsocket import _device_nameindex as nameindex
from ._llsocket import _device_nametoindex as nametoindex

__all__ = ["getifaddrs", "indextoname", "macaddrs", "nameindex", "nametoindex"]
