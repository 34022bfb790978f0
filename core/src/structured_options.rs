//! Options whose value has another form in C than any type of the table of options.

use std::mem::MaybeUninit;

use crate::option::{self, OptionId, Places};
use crate::{Interface, Result, Socket, c};

impl Socket {
    /// Says how long close waits for unsent data: seconds, or -1 to not wait.
    ///
    /// `SO_LINGER`, socket(7). 0 throws unsent data away and resets the connection. Asked, answers
    /// the seconds, or -1 when off. EINVAL below -1.
    pub fn linger(&self, sec: Option<i32>) -> Result<i32> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_LINGER") };
        let Some(sec) = sec else {
            let mut linger = MaybeUninit::<c::linger>::zeroed();
            option::get_raw(self, place, &mut linger)?;
            // SAFETY: two integers, zeroed before the kernel wrote them.
            let linger = unsafe { linger.assume_init() };
            return Ok(if linger.l_onoff == 0 { -1 } else { linger.l_linger });
        };
        if sec < -1 {
            return Err(self.refusal("setsockopt", c::EINVAL));
        }
        let linger = c::linger { l_onoff: (sec >= 0).into(), l_linger: sec.max(0) };
        option::set_raw(self, place, &linger).map(|()| sec)
    }

    /// Chooses the interface that what is sent leaves by, given by its name, its index or an address
    /// of it, past the routes.
    ///
    /// `IP_UNICAST_IF`, ip(7), since Linux 3.4; `IPV6_UNICAST_IF`; both on an IPv6 socket that is not
    /// v6only. `""`, `0.0.0.0` and `::` leave the choice to the routing table again. Asked, answers
    /// the name, or the index where there is no such interface any more, and `""` where none was
    /// chosen. ENODEV or EADDRNOTAVAIL for an unknown interface.
    pub fn unicastif(&self, interface: Option<Interface>) -> Result<Interface> {
        const V4: OptionId = OptionId::of("IPPROTO_IP", "IP_UNICAST_IF");
        const PLACES: Places = Places::all(V4).and(OptionId::of("IPPROTO_IPV6", "IPV6_UNICAST_IF"));
        // The kernel keeps this one in network byte order.
        let new =
            interface.map(|interface| interface.index_or_none().map(u32::to_be)).transpose()?;
        let raw = option::exchange_at(self, PLACES, new)?;
        Ok(interface.unwrap_or_else(|| Interface::with_index(u32::from_be(raw))))
    }

    /// The ports among which bind and connect choose, as a list of the lowest and the highest.
    ///
    /// `IP_LOCAL_PORT_RANGE`, ip(7). A 0 stands for the system's own bound. EINVAL where the lowest
    /// is above the highest. Since Linux 6.3.
    pub fn localportrange(&self, range: Option<[u16; 2]>) -> Result<[u16; 2]> {
        let place = const { OptionId::of("IPPROTO_IP", "IP_LOCAL_PORT_RANGE") };
        let place = self.by_family(place, place);
        let new = range.map(|[low, high]| u32::from(low) | u32::from(high) << 16);
        let raw = option::get_or_set(self, place, new)?;
        Ok([(raw & 0xffff) as u16, (raw >> 16) as u16])
    }
}
