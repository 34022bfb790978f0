//! The interfaces of this host.

use llsocket_core::device;

use crate::args::Chars;

functions! { add_functions: device {
    getifaddrs() = device::getifaddrs();
    macaddrs() = device::macaddrs();
    nametoindex(name: Chars<'_>) = device::nametoindex(&name);
    indextoname(index: u32) = device::indextoname(index);
    nameindex() = device::nameindex();
} }
