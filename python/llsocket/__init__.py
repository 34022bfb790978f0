"""The operating system's socket interface, with results in place of exceptions.

Errors of the operating system are returned, not raised. A call returns `err`, `(value, err)` or, if
it may block, `(value, err, again)`. `err` is None or an OSError: `if err: raise err` raises it.
`again` is True if the call would block, if its time has expired, or if a part of it was done.

`must` returns the value of a result, or raises the error in it.

A wrong argument raises TypeError, ValueError or OverflowError, with the argument's name. A lack of
memory in this process raises MemoryError.

While a call waits, other threads run, and signal handlers are called. If a handler raises an
exception, the call raises it; if it returns, the call goes on for the rest of its time (PEP 475).
Threads can share a socket. When one of them closes it, calls of the others that wait return EBADF;
the connection stays open for duplicates and for child processes. The descriptor's number is not
reused until the last call has returned. connect, sendfile, and an accept whose connection another
process took, wait inside the kernel and return only when the kernel does.

Audit hooks get the events that Python's own socket module raises, such as socket.connect and
socket.getaddrinfo, with the object and the address.

Only the first interpreter of a process that imports llsocket can use it. Any other one gets an
ImportError, also when the first has ended, or after Py_FinalizeEx. A host that creates and ends
interpreters should import it in its main interpreter first.

The module contains the constants by their C names, and these modules:

    inet       finds the addresses of internet hosts, connects to them, and listens
    unix       makes the addresses of unix sockets, connects to them, and listens
    addrinfo   makes addresses of every family: from names, numbers and paths
    socket     opens sockets, and makes sockets from descriptors
    device     lists the interfaces of this host
    poll       waits
    env        describes the system that the module was built for
"""

from . import addrinfo as addrinfo
from . import device as device
from . import env as env
from . import inet as inet
from . import poll as poll
from . import socket as socket
from . import unix as unix
from ._llsocket import *  # noqa: F403
from ._llsocket import __version__ as __version__
