"""The operating system's socket interface, with results in place of exceptions.

Nothing that the operating system can say is raised: a call gives `err`, or `(value, err)`, or,
where it may have to wait, `(value, err, again)`. `err` is None or an OSError, so that
`if err: raise err` does what it says. `again` is True when the call would have waited, its time ran
out, or it did a part.

Misuse is raised: TypeError, ValueError or OverflowError, with the argument's name.

While a call waits, other threads run, and handlers of signals are called: what a handler raises,
the call raises; after one that returns, the call goes on for the rest of its time (PEP 475).
Threads may share a socket. Closing it wakes those that wait for it with EBADF, and leaves the
connection to its duplicates and to forked children; its number stays taken until the last call has
returned. Where the kernel itself waits (connect, sendfile, and accept when another process took the
connection), the call returns when the kernel does.

A process has llsocket in one interpreter alone, the first to import it: any other one gets
ImportError, also after the first has ended, and in a Python that begins anew after Py_FinalizeEx.
A host whose interpreters come and go imports it in its main interpreter first.

Where this process has no memory for a call, that is raised: MemoryError.

The constants stand here by their C names. The modules:

    inet       finds the addresses of the internet's hosts and services
    unix       makes the addresses of unix sockets
    addrinfo   makes addresses of every family: from names, numbers and paths
    socket     opens sockets, and adopts descriptors
    device     lists the machine's interfaces
    env        tells about the system that the module was built for
"""

from . import addrinfo as addrinfo
from . import device as device
from . import env as env
from . import inet as inet
from . import socket as socket
from . import unix as unix
from ._llsocket import *  # noqa: F403
from ._llsocket import __version__ as __version__
