//! Waiting for one socket.

use llsocket_core::Seconds;
use pyo3::prelude::*;

use crate::args::{Arg, optional};
use crate::results::{Answer, Shape};
use crate::socket::Socket;

#[pymethods]
impl Socket {
    #[doc = doc!(Socket::recvable)]
    #[pyo3(signature = (sec=None))]
    fn recvable<'py>(&self, py: Python<'py>, sec: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let sec: Option<Seconds> = optional("sec", sec)?;
        self.block(py, |socket| socket.recvable(sec).map(|()| true))?.shape(py)
    }

    #[doc = doc!(Socket::sendable)]
    #[pyo3(signature = (sec=None))]
    fn sendable<'py>(&self, py: Python<'py>, sec: Option<Arg<'_, 'py>>) -> Answer<'py> {
        let sec: Option<Seconds> = optional("sec", sec)?;
        self.block(py, |socket| socket.sendable(sec).map(|()| true))?.shape(py)
    }
}
