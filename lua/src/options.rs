//! Every option of the table, as a method that sets it or returns it.

use llsocket_core::{
    Interface, Name, Result, Seconds, Size, Socket, TrafficClass, Unsigned64, for_each_option,
};

use crate::ffi::{ArgResult, Args, Entry, functions};

macro_rules! define {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty = $level:ident / $optname:ident
            $(| $level6:ident / $optname6:ident)? $(& $both6:ident / $bothname6:ident)?
            $(if $datagram:ident)? $(, $access:ident)?;
    )+) => {
        /// The methods of a socket.
        pub(crate) const METHODS: &[Entry] = functions!(Method: $($name),+);

        $(
            fn $name(args: &mut Args<'_>) -> ArgResult<Result<$ty>> {
                Ok(args.this::<Socket>()?.$name($(args.setting::<$new>()?)?))
            }
        )+
    };
}

for_each_option!(define);
