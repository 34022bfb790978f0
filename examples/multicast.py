"""Multicast that goes out and comes back on this machine.

IPv4 and IPv6, any-source and source-specific. In the source-specific rounds a bystander joins the
same group for somebody else's datagrams, and must hear nothing.

    python3 multicast.py
"""

from __future__ import annotations

import contextlib
from typing import Callable, NamedTuple

import llsocket
from llsocket import AddrInfo, Socket, addrinfo, device, must, socket


class Family(NamedTuple):
    """A family: with groups whose scope ends at this machine or this site."""

    name: str
    number: int
    address: Callable[[str, int, int], tuple[AddrInfo | None, OSError | None]]
    wildcard: str
    any_source: str
    source_specific: str
    somebody_else: str


FAMILIES = [
    Family(
        name="IPv4",
        number=llsocket.AF_INET,
        address=addrinfo.inet,
        wildcard="0.0.0.0",
        any_source="239.255.77.77",
        source_specific="232.77.77.77",
        somebody_else="192.0.2.77",
    ),
    Family(
        name="IPv6",
        number=llsocket.AF_INET6,
        address=addrinfo.inet6,
        wildcard="::",
        any_source="ff11::7777",
        source_specific="ff31::8000:7777",
        somebody_else="2001:db8::77",
    ),
]


def bound(ai: AddrInfo, at: AddrInfo | None = None) -> Socket:
    """A datagram socket of a family, bound to an address."""
    sock = must(socket.new(ai))
    must(sock.bind(at))
    return sock


def hear(sock: Socket) -> tuple[bytes | None, AddrInfo | None]:
    """What a receiver gets within a fifth of a second: a message and its sender, or None twice."""
    if not sock.recvable(0.2)[0]:
        return None, None
    message, sender = must(sock.recvfrom())
    return message, sender


def round_trip(family: Family, name: str, own: AddrInfo, source_specific: bool) -> str | OSError:
    """One datagram through an interface: a line about it, or what stood against it."""
    group = family.source_specific if source_specific else family.any_source
    anywhere = must(family.address(family.wildcard, 0, llsocket.SOCK_DGRAM))
    with contextlib.ExitStack() as stack:
        receiver = stack.enter_context(bound(anywhere))
        bystander = stack.enter_context(bound(anywhere))
        sender = stack.enter_context(bound(anywhere, own))

        source = must(sender.getsockname())
        if source_specific:
            must(receiver.mcastjoinsrc(group, source, name))
            must(bystander.mcastjoinsrc(group, family.somebody_else, name))
        else:
            must(receiver.mcastjoin(group, name))

        must(sender.mcastif(name))
        must(sender.mcastloop(True))
        must(sender.mcastttl(1))

        def send_to(sock: Socket, text: bytes) -> OSError | None:
            port = must(sock.getsockname()).port() or 0
            return sender.sendto(text, must(family.address(group, port, llsocket.SOCK_DGRAM)))[1]

        text = b"to whom it may concern"
        if err := send_to(receiver, text):
            return err
        message, heard_from = hear(receiver)
        assert message == text, "the datagram did not come back"
        assert heard_from == source, "the datagram came from elsewhere"
        if source_specific:
            assert send_to(bystander, text) is None
            assert hear(bystander) == (None, None), "somebody heard what was not for him"

        if source_specific:
            must(receiver.mcastleavesrc(group, source, name))
        else:
            must(receiver.mcastleave(group, name))
        return f"{len(message)} bytes from {source.addr()} came back through {name}"


def interfaces(family: Family) -> list[tuple[str, AddrInfo]]:
    """The interfaces that have an address of a family, the loopback first."""
    found = [
        (entry["name"], entry["addr"])
        for entry in must(device.getifaddrs())
        if entry.get("family") == family.number
    ]
    return sorted(found, key=lambda one: not one[1].addr().startswith(("127.", "::1")))


for family in FAMILIES:
    for source_specific in (False, True):
        # A loopback interface often has no route for IPv6 multicast; then another one serves,
        # and the scope of the group keeps the datagram on this machine all the same.
        line = "skipped, no interface takes it: none has an address"
        for name, own in interfaces(family):
            outcome = round_trip(family, name, own, source_specific)
            if isinstance(outcome, str):
                line = outcome
                break
            line = f"skipped, no interface takes it: {outcome.strerror}"
        kind = "source-specific" if source_specific else "any-source     "
        print(f"{family.name} {kind}: {line}")
