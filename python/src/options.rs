//! Every option of the table, as a method that sets it or returns it.

use llsocket_core::for_each_option;
use pyo3::prelude::*;

use crate::args::{Arg, optional};
use crate::results::PyResultAny;
use crate::socket::Socket;

macro_rules! define {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $new:ty)?) -> $ty:ty = $level:ident / $optname:ident
            $(| $level6:ident / $optname6:ident)? $(& $both6:ident / $bothname6:ident)?
            $(if $datagram:ident)? $(, $access:ident)?;
    )+) => {
        #[pymethods]
        impl Socket {
            $(
                #[doc = doc!(Socket::$name)]
                #[pyo3(signature = ($($arg=None)?))]
                fn $name<'py>(
                    &self,
                    py: Python<'py>
                    $(, $arg: Option<Arg<'_, 'py>>)?
                ) -> PyResultAny<'py> {
                    $(let $arg = optional(stringify!($arg), $arg)?;)?
                    self.call(py, |socket| socket.$name($($arg)?))
                }
            )+
        }
    };
}

for_each_option!(define);
