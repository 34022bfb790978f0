//! Every method of the core's table of methods.

use llsocket_core::fd::OwnedFd;
use llsocket_core::{
    AddrInfo, Backlog, BpfProgram, Fanout, Fields, FlowLabel, Interface, IpArg as Group,
    MptcpFullInfo, MsFilter, MtuInfo, OptionBytes, RawValue, RawValue as OptionValue, Result,
    SecurityContext, SockFilter, Socket, Sources, SubflowAddrs, TxTime, for_each_method,
};

use crate::ffi::{ArgResult, Args, Entry, functions};

type Octets<'s> = &'s [u8];

macro_rules! define {
    ($(
        $name:ident(
            $($arg:ident: $ty:ty),* $({ $set:ident: $set_ty:ty })?
            $([ $(,)? $($opt:ident: $opt_ty:ty),+ ])?
        ) -> $out:ty;
    )+) => {
        /// The methods of a socket.
        pub(crate) const METHODS: &[Entry] = functions!(Method: $($name),+);

        $(
            fn $name(args: &mut Args<'_>) -> ArgResult<Result<$out>> {
                Ok(args.this::<Socket>()?.$name(
                    $(args.get::<$ty>()?,)* $(args.setting::<$set_ty>()?,)? $($(args.get::<Option<$opt_ty>>()?),+)?
                ))
            }
        )+
    };
}

for_each_method!(define);
