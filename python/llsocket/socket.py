# Rendered by the crate llsocket-reference: ./dev docs.
"""Opens sockets, and makes sockets from descriptors."""

from ._llsocket import _socket_close as close
from ._llsocket import _socket_listenfds as listenfds
from ._llsocket import _socket_new as new
from ._llsocket import _socket_open as open
from ._llsocket import _socket_pair as pair
from ._llsocket import _socket_shutdown as shutdown
from ._llsocket import _socket_wrap as wrap

__all__ = ["close", "listenfds", "new", "open", "pair", "shutdown", "wrap"]
