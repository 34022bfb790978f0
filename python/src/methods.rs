//! Every method of the core's table of methods.

use llsocket_core::{Backlog, BpfProgram, Interface, for_each_method};

use crate::args::{Group, Info, Lend, OptionValue};
use crate::socket::Socket;

macro_rules! define {
    ($(
        $name:ident(
            $($arg:ident: $ty:ty),* $([ $(,)? $($opt:ident: $opt_ty:ty),+ ])?
            $({ $set:ident: $set_ty:ty })?
        ) -> $out:ty;
    )+) => {
        methods! { Socket {
            $(
                $name($($arg: $ty),* $([$($opt: $opt_ty),+])? $({ $set: $set_ty })?) = |socket| socket.$name(
                    $(Lend::lend(&mut { $arg }),)* $($(Lend::lend(&mut { $opt })),+)?
                    $(Lend::lend(&mut { $set }))?
                );
            )+
        } }
    };
}

for_each_method!(define);
