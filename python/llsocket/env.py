# Rendered by the crate llsocket-reference: ./dev docs.
"""Describes the system that the module was built for."""

from ._llsocket import _env_os as os
from ._llsocket import _env_somaxconn as somaxconn
from ._llsocket import _env_unixpath_max as unixpath_max

__all__ = ["os", "somaxconn", "unixpath_max"]
