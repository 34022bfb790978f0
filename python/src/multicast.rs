//! Options that carry structures: linger, multicast groups and interfaces.

use llsocket_core::Interface;
use pyo3::prelude::*;

use crate::args::{Arg, Group, optional, required};
use crate::results::PyResultAny;
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::linger)]
    #[pyo3(signature = (sec=None))]
    fn linger<'py>(&self, py: Python<'py>, sec: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let sec = optional("sec", sec)?;
        self.call(py, |socket| socket.linger(sec))
    }

    #[doc = doc!(Socket::unicastif)]
    #[pyo3(signature = (interface=None))]
    fn unicastif<'py>(&self, py: Python<'py>, interface: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let interface = optional("interface", interface)?;
        self.call(py, |socket| socket.unicastif(interface))
    }

    #[doc = doc!(Socket::localportrange)]
    #[pyo3(signature = (range=None))]
    fn localportrange<'py>(
        &self,
        py: Python<'py>,
        range: Option<Arg<'_, 'py>>,
    ) -> PyResultAny<'py> {
        let range = optional("range", range)?;
        self.call(py, |socket| socket.localportrange(range))
    }

    #[doc = doc!(Socket::mcastif)]
    #[pyo3(signature = (interface=None))]
    fn mcastif<'py>(&self, py: Python<'py>, interface: Option<Arg<'_, 'py>>) -> PyResultAny<'py> {
        let interface = optional("interface", interface)?;
        self.call(py, |socket| socket.mcastif(interface))
    }
}

macro_rules! groups {
    ($($name:ident)+) => {
        #[pymethods]
        impl Socket {
            $(
                #[doc = doc!(Socket::$name)]
                #[pyo3(signature = (group, interface=None))]
                fn $name<'py>(
                    &self,
                    py: Python<'py>,
                    group: Arg<'_, 'py>,
                    interface: Option<Arg<'_, 'py>>,
                ) -> PyResultAny<'py> {
                    let group: Group<'_, '_> = required("group", group)?;
                    let interface: Option<Interface> = optional("interface", interface)?;
                    self.call(py, |socket| socket.$name(group.get(), interface))
                }
            )+
        }
    };
}

macro_rules! sources {
    ($($name:ident)+) => {
        #[pymethods]
        impl Socket {
            $(
                #[doc = doc!(Socket::$name)]
                #[pyo3(signature = (group, source, interface=None))]
                fn $name<'py>(
                    &self,
                    py: Python<'py>,
                    group: Arg<'_, 'py>,
                    source: Arg<'_, 'py>,
                    interface: Option<Arg<'_, 'py>>,
                ) -> PyResultAny<'py> {
                    let group: Group<'_, '_> = required("group", group)?;
                    let source: Group<'_, '_> = required("source", source)?;
                    let interface: Option<Interface> = optional("interface", interface)?;
                    self.call(py, |socket| socket.$name(group.get(), source.get(), interface))
                }
            )+
        }
    };
}

groups! { mcastjoin mcastleave }
sources! { mcastjoinsrc mcastleavesrc mcastblocksrc mcastunblocksrc }
