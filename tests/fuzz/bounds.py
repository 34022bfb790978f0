"""Bounds of random calls: no waiting for ever, nothing that is not this program's."""

import sys

import llsocket
from random_values import CONSTANTS, Liar, LyingInt, choose, descriptors

#: The longest wait of a call, in seconds.
LONGEST = 0.01

# SO_LINGER, SO_RCVTIMEO and SO_SNDTIMEO in both their forms; SO_PEERPIDFD gives a descriptor that
# nobody would close.
REFUSED_OPTIONS = {13, 20, 21, 66, 67, 77}
# What the kernel has without loading a module, and 64, which no kernel has.
SAFE_FAMILIES = {0, 1, 2, 10, 16, 17, 64}


def is_number(value):
    return isinstance(value, (int, float))


def bound_option(args):
    level, name = (*args, None, None)[:2]
    if is_number(level) and level == llsocket.SOL_SOCKET:
        args[1:2] = [name if is_number(name) and name not in REFUSED_OPTIONS else llsocket.SO_TYPE]


def bound_timeout(args):
    if args and is_number(args[0]) and (0 <= args[0] < 1e-6 or args[0] > LONGEST):
        args[0] = LONGEST


def bound_wait(args):
    if not args or args[0] is None:
        args[:1] = [LONGEST]
    if is_number(args[0]) and args[0] > LONGEST:
        args[0] = LONGEST


def bound_linger(args):
    if args and is_number(args[0]) and args[0] > 0:
        args[0] = 0


def bound_raw(args):
    if args and type(args[0]) in (bytes, bytearray) and len(args[0]) >= 2:
        if int.from_bytes(args[0][:2], sys.byteorder) not in SAFE_FAMILIES:
            args[0] = (1).to_bytes(2, sys.byteorder) + args[0][2:]
    elif args:
        args[0] = b"\1\0path"


def bound_vsock(args):
    if args:
        args[0] = 1  # the local one: others are the host's


def bound_wait_at(index):
    """The same for a call that has the time behind other arguments, which are then there, too."""

    def bound(args):
        args += [None] * (index - len(args))
        wait = args[index : index + 1]
        bound_wait(wait)
        args[index : index + 1] = wait

    return bound


BOUNDS = {
    "Socket.recvexactly": bound_wait_at(1),
    "Socket.sendall": bound_wait_at(1),
    "_inet_connect": bound_wait_at(2),
    "_poll_sleep": bound_wait_at(0),
    "_unix_connect": bound_wait_at(2),
    "Socket.getsockopt": bound_option,
    "Socket.linger": bound_linger,
    "Socket.rcvtimeo": bound_timeout,
    "Socket.recvable": bound_wait,
    "Socket.sendable": bound_wait,
    "Socket.setsockopt": bound_option,
    "Socket.sndtimeo": bound_timeout,
    "_addrinfo_raw": bound_raw,
    "_addrinfo_vsock": bound_vsock,
}


def bound(key, signature, args):
    """Makes the arguments harmless."""
    if key in BOUNDS:
        # A lying integer could be any number by the time that it is read.
        args[:] = [value + 0 if isinstance(value, LyingInt) else value for value in args]
        args[:] = [None if isinstance(value, Liar) else value for value in args]
        BOUNDS[key](args)
    for index, each in enumerate(signature.arguments[: len(args)] if signature else []):
        value = args[index]
        if each.name == "protocol" and value is not None:
            args[index] = choose(CONSTANTS["protocol"])
        elif each.name == "family" and value is not None:
            args[index] = value if is_number(value) and value in SAFE_FAMILIES else 64
        elif each.name == "sec" and is_number(value) and value > LONGEST:
            args[index] = LONGEST
        elif each.name in ("fd", "file", "to") and isinstance(value, (int, str)):
            args[index] = choose([choose(descriptors) or -1, -1, 10**6])
