//! Every method of the core's table of methods.

use llsocket_core::{Backlog, BpfProgram, Interface, Sources, for_each_method};

use crate::args::{Group, Lend, OptionValue};
use crate::ffi::Buffer as Octets;
use crate::socket::Socket;

macro_rules! define {
    ($(
        $name:ident(
            $($arg:ident: $ty:ty),* $({ $set:ident: $set_ty:ty })?
            $([ $(,)? $($opt:ident: $opt_ty:ty),+ ])?
        ) -> $out:ty;
    )+) => {
        methods! { Socket {
            $(
                $name($($arg: $ty),* $({ $set: $set_ty })? $([$($opt: $opt_ty),+])?) = |socket| socket.$name(
                    $(Lend::lend(&mut { $arg }),)* $(Lend::lend(&mut { $set }),)?
                    $($(Lend::lend(&mut { $opt })),+)?
                );
            )+
        } }
    };
}

for_each_method!(define);
