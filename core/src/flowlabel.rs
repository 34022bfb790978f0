//! The flow labels of IPv6: those that a socket has, and how it comes to them.

use std::net::{IpAddr, Ipv6Addr};

use crate::option::{self, OptionId};
use crate::{Addr, AddrInfo, IpArg, Result, Socket, c};

const MANAGER: OptionId = OptionId::of("IPPROTO_IPV6", "IPV6_FLOWLABEL_MGR");

/// Of linux/in6.h.
const IPV6_FL_A_GET: u8 = 0;
const IPV6_FL_A_PUT: u8 = 1;
const IPV6_FL_A_RENEW: u8 = 2;
const IPV6_FL_F_CREATE: u16 = 1;
const IPV6_FL_S_EXCL: u8 = 1;

/// The bits of a label.
const LABEL: u32 = 0xf_ffff;

/// `struct in6_flowlabel_req` of linux/in6.h.
#[derive(Clone, Copy)]
#[repr(C)]
struct Request {
    dst: [u8; 16],
    label: u32,
    action: u8,
    share: u8,
    flags: u16,
    expires: u16,
    linger: u16,
    pad: u32,
}

impl Request {
    /// A request of the action for the label, about no address.
    fn new(action: u8, label: u32) -> Self {
        let label = label.to_be();
        Self { dst: [0; 16], label, action, share: 0, flags: 0, expires: 0, linger: 0, pad: 0 }
    }
}

/// A flow label, and who may use it for how long (`struct in6_flowlabel_req`).
#[derive(Clone, Copy, Debug)]
pub struct FlowLabel {
    /// The label, of 20 bits.
    pub label: u32,
    /// The address that it is for; absent where the kernel does not tell it.
    pub addr: Option<AddrInfo>,
    /// Who may use it, `IPV6_FL_S_*`.
    pub share: u32,
    /// The seconds until it is given up.
    pub expires: u32,
    /// The seconds for which it is kept after its last use.
    pub linger: u32,
}

impl Socket {
    /// Returns the flow label with which the socket sends.
    ///
    /// `IPV6_FLOWLABEL_MGR`, linux/in6.h. `flags` is `IPV6_FL_F_REMOTE` for the label with which the
    /// peer sends, of a connection that repeats it. ENOENT where there is none of flowlabelget. IPv6;
    /// since Linux 3.14.
    pub fn flowlabel(&self, flags: Option<u16>) -> Result<FlowLabel> {
        let mut request = Request::new(IPV6_FL_A_GET, 0);
        request.flags = flags.unwrap_or(0);
        let place = self.by_family(OptionId::NONE, MANAGER);
        option::exchange_raw(self, place, option::Exchange::Get, &mut request)?;
        let ip = Ipv6Addr::from(request.dst);
        let addr = (!ip.is_unspecified()).then(|| self.info(Addr::from_ip(IpAddr::V6(ip), 0, 0)));
        Ok(FlowLabel {
            label: u32::from_be(request.label) & LABEL,
            addr,
            share: request.share.into(),
            expires: request.expires.into(),
            linger: request.linger.into(),
        })
    }

    /// Gets a flow label for sending to an address, and returns it; 0 stands for any that is free.
    ///
    /// `IPV6_FLOWLABEL_MGR`, linux/in6.h. `share` is who may use it, by default this socket alone
    /// (`IPV6_FL_S_EXCL`); `flags` are by default `IPV6_FL_F_CREATE`. The label is used by connect and
    /// sendto with an address that has it as its flow information, on a socket with flowinfosend. With
    /// `IPV6_FL_F_REFLECT` alone, a TCP socket sends with the label of its peer. EINVAL for a label of
    /// more than 20 bits and for an address of IPv4, EPERM where another has the label, ENOENT where it
    /// is to be there and is not. IPv6.
    pub fn flowlabelget(
        &self,
        addr: IpArg<'_>,
        label: Option<u32>,
        share: Option<u16>,
        flags: Option<u16>,
    ) -> Result<u32> {
        let place = self.by_family(OptionId::NONE, MANAGER);
        place.numbers(self, "setsockopt")?;
        let invalid = || self.refusal("setsockopt", c::EINVAL);
        let Some(IpAddr::V6(dst)) = addr.addr()?.ip() else { return Err(invalid()) };
        let mut request = Request::new(IPV6_FL_A_GET, label.unwrap_or(0));
        request.dst = dst.octets();
        let share = share.unwrap_or(IPV6_FL_S_EXCL.into());
        request.share = u8::try_from(share).map_err(|_| invalid())?;
        request.flags = flags.unwrap_or(IPV6_FL_F_CREATE);
        option::exchange_raw(self, place, option::Exchange::Set, &mut request)?;
        Ok(u32::from_be(request.label) & LABEL)
    }

    /// Gives up a flow label of this socket.
    ///
    /// `IPV6_FLOWLABEL_MGR`, linux/in6.h. ESRCH where the socket does not have it. IPv6.
    pub fn flowlabelput(&self, label: u32) -> Result<()> {
        let place = self.by_family(OptionId::NONE, MANAGER);
        option::set_raw(self, place, &Request::new(IPV6_FL_A_PUT, label))
    }

    /// Says for how long a flow label of this socket is kept: `linger` seconds after its last use, and
    /// `expires` seconds from now on.
    ///
    /// `IPV6_FLOWLABEL_MGR`, linux/in6.h. Times only grow by it; the kernel's least is 6
    /// seconds. EPERM above 150 seconds without CAP_NET_ADMIN, ESRCH where the socket does not have the
    /// label. IPv6.
    pub fn flowlabelrenew(
        &self,
        label: u32,
        linger: Option<u16>,
        expires: Option<u16>,
    ) -> Result<()> {
        let mut request = Request::new(IPV6_FL_A_RENEW, label);
        request.linger = linger.unwrap_or(0);
        request.expires = expires.unwrap_or(0);
        option::set_raw(self, self.by_family(OptionId::NONE, MANAGER), &request)
    }
}
