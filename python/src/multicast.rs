//! Options that carry structures: linger, multicast groups and interfaces.

use llsocket_core::Interface;

use crate::args::Group;
use crate::socket::Socket;

methods! { Socket {
    linger([sec: i32]) = |socket| socket.linger(sec);
    unicastif([interface: Interface]) = |socket| socket.unicastif(interface);
    localportrange([range: [u16; 2]]) = |socket| socket.localportrange(range);
    mcastif([interface: Interface]) = |socket| socket.mcastif(interface);
    mcastjoin(group: Group<'_, '_> [, interface: Interface]) =
        |socket| socket.mcastjoin(group.get(), interface);
    mcastleave(group: Group<'_, '_> [, interface: Interface]) =
        |socket| socket.mcastleave(group.get(), interface);
    mcastjoinsrc(group: Group<'_, '_>, source: Group<'_, '_> [, interface: Interface]) =
        |socket| socket.mcastjoinsrc(group.get(), source.get(), interface);
    mcastleavesrc(group: Group<'_, '_>, source: Group<'_, '_> [, interface: Interface]) =
        |socket| socket.mcastleavesrc(group.get(), source.get(), interface);
    mcastblocksrc(group: Group<'_, '_>, source: Group<'_, '_> [, interface: Interface]) =
        |socket| socket.mcastblocksrc(group.get(), source.get(), interface);
    mcastunblocksrc(group: Group<'_, '_>, source: Group<'_, '_> [, interface: Interface]) =
        |socket| socket.mcastunblocksrc(group.get(), source.get(), interface);
} }
