"""Whether a public call may answer as it did when one of its system calls failed."""

import errno
import re
from typing import NamedTuple

SENDS = re.compile(
    r"Socket\.(send|sendall|sendto|sendfd|sendfile|write|sendmsg|sendbatch|sendsegments)$"
)
ACCEPTS = re.compile(r"Socket\.accept")
#: Calls of the resolver and of the C library's databases: it makes its own of most errors.
RESOLVES = re.compile(
    r"inet\.(connect|listen)$|.*\.(getaddrinfo6?|nameinfo|getnameinfo|getservby\w+|getprotobyname|gethostname)$"
)
#: What the C library ends the process for: an address that it cannot disconnect from while it sorts
#: addresses, and a netlink socket that somebody has closed. A public call, a system call, an error.
ENDS_PROCESS = [
    (RESOLVES, r"connect", r".*"),
    (re.compile(r"(?!Socket\.recv)"), r"recvmsg", r"EBADF"),
]

#: What a public call may make of a failure beside what the table of results says, and why: the
#: public call, the system call and the errors are regular expressions, then comes the outcome,
#: None for one as if nothing had happened.
EXCEPTIONS = [
    (r".*", r".*", r"EINTR|EAGAIN", None),  # the system call is made again
    (r".*", r"close", r".*", None),  # the descriptor is given back in any case
    (r"Socket\.(recv|recvfrom|read)", r"ioctl", r".*", None),  # how much there is was but a hint
    (r"device\.(getifaddrs|macaddrs)", r"ioctl|socket", r".*", None),  # the MTU is left out
    # The interface is not there for whoever asks, whatever the reason.
    (
        r"device\..*|addrinfo\..*|Socket\.(mcast\w+|msfilter|tcpmd5sig|unicastif)",
        r"ioctl",
        r".*",
        "ENODEV",
    ),
    # Whether the socket blocks can always be asked, unless its descriptor is gone.
    (r"Socket\.connect", r"fcntl", r".*", "EINPROGRESS"),
    (r"Socket\.(accept|acceptfd)", r"fcntl|getsockopt", r".*", None),
    # Nobody listens only where the kernel says so: whoever cannot be asked is taken for alive.
    (r"unix\.listen", r"connect", r".*", "EADDRINUSE"),
    (r"unix\.listen", r"connect", r"ECONNREFUSED", "done"),
    # What was done before a failure is the answer; the next call fails.
    (r"Socket\.(recv|recvfrom|read|send|sendfile|write)", r"ppoll|recvfrom|sendfile", r".*", None),
    (r"Socket\.(sendfile|sendfd|write|send)", r"fcntl|getsockopt", r".*", None),
    # MSG_TRUNC asks what the socket is, EPIPE whether there was a peer, and wrap whether there is.
    (r"Socket\.(recv|recvfrom|read)", r"getsockopt", r".*", None),
    (r"Socket\.send\w*", r"getsockopt|getpeername", r".*", "ENOTCONN"),
    (r"socket\.wrap", r"getpeername|getsockopt", r".*", None),
    # A zone is a number where its interface's name cannot be found.
    (r"AddrInfo\.addr", r"socket|ioctl", r".*", None),
    # Nobody who is not known to take IPv4, too, has its groups.
    (r"Socket\.mcastjoin", r"getsockopt", r".*", "EADDRNOTAVAIL"),
    (r"Socket\.msfilter", r"getsockopt", r".*", "EINVAL"),
    # Whether an IPv6 socket takes IPv4, too, is asked before an option is set at both levels.
    (
        r"Socket\.(tos|ttl|minttl|recvfragsize|mtudiscover|mcast\w+|msfilter|originaldst)",
        r"getsockopt",
        r".*",
        None,
    ),
]

#: Functions of bare descriptors: these stay open where they fail.
BARE = re.compile(r"socket\.(wrap|shutdown|close)")


def state_of(words):
    """The outcome in a marker: its state, and an error's number."""
    state, number = words[2:4]
    return state, int(number) if state in ("error", "broken") else 0


def allows(target, error, state, number):
    """Whether the table of results allows the outcome of a public call in which a call failed."""
    if RESOLVES.match(target.path):
        is_interrupted = state == "again" and error in ("EINTR", "EAGAIN")
        return state in ("error", "done") or is_interrupted
    if state in ("error", "broken"):
        return number == getattr(errno, error)
    if state in ("again", "part"):
        is_gone = error == "ECONNABORTED" and ACCEPTS.match(target.path)
        return is_gone or error in ("EINTR", "EAGAIN")
    if state == "closed":
        return error in ("EPIPE", "ECONNRESET") and SENDS.match(target.path)
    return False


def is_exception(target, error, answer, passed):
    for path, syscall, errors, outcome in EXCEPTIONS:
        if (
            re.fullmatch(path, target.path)
            and re.fullmatch(syscall, target.syscall)
            and re.fullmatch(errors, error)
            and (
                passed
                if outcome is None
                else answer[1] == getattr(errno, outcome, None) or answer[0] == outcome
            )
        ):
            return True
    return False


class Seen(NamedTuple):
    """What became of a scenario in which a system call was made to fail."""

    path: str  # the public call in which it failed, or None
    answer: tuple  # what that answered: a state and an error's number; None where it did not
    last: dict  # the last marker of each kind


def seen_in(play):
    path, answer, current, last = None, None, None, {}
    for kind, what in play.events:
        if kind != "marker":
            path = path or (current if what == "injected" else None)
            continue
        last[what[0]] = what
        if what[0] == "begin":
            current = what[1]
        elif what[0] == "end" and path and not answer:
            answer = state_of(what)
    return Seen(path, answer, last)


def judge(play, target, error, status):
    """What is wrong with a scenario in which a system call was made to fail, or None."""
    seen = seen_in(play)
    passed = "passed" in seen.last
    left = seen.last.get("descriptors", ["", "0"])[1]
    may_leave = target.syscall == "close" or BARE.match(target.path)
    if status:
        return f"ended with status {status}"
    if seen.path != target.path:
        return f"it failed in {seen.path}"
    if not seen.answer:
        return f"no answer: {seen.last.get('failed')}"
    if left != "0" and not may_leave:
        return f"descriptors left open: {left}"
    if allows(target, error, *seen.answer) or is_exception(target, error, seen.answer, passed):
        return None
    ends = [seen.last[kind] for kind in ("passed", "failed", "skipped") if kind in seen.last]
    told = ": ".join(ends[0]) if ends else "it never ended"
    return f"answers {seen.answer[0]} {seen.answer[1] or ''}; {told}"
