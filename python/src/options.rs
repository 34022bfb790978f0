//! Every option of the table, as a method that sets it or returns it.

use llsocket_core::{Interface, Name, Seconds, Size, TrafficClass, Unsigned64, for_each_option};

use crate::socket::Socket;

macro_rules! define {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty = $level:ident / $optname:ident
            $(| $level6:ident / $optname6:ident)? $(& $both6:ident / $bothname6:ident)?
            $(if $datagram:ident)? $(, $access:ident)?;
    )+) => {
        methods! { Socket {
            $($name($({ $arg: $new })?) = |socket| socket.$name($($arg)?);)+
        } }
    };
}

for_each_option!(define);
