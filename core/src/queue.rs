//! How much is in a socket's queues.

use crate::c::c_int;
use crate::{Error, Result, Socket, c, error, sys};

impl Socket {
    /// Returns the number of bytes in the receive queue; for a datagram socket, the size of the
    /// next datagram.
    ///
    /// ioctl(2), `SIOCINQ` of tcp(7), udp(7) and unix(7). EINVAL on a socket that listens.
    pub fn inq(&self) -> Result<i32> {
        self.queue(Some(c::FIONREAD))
    }

    /// Returns the number of bytes in the send queue that are unsent or not acknowledged.
    ///
    /// ioctl(2), `SIOCOUTQ` of tcp(7) and unix(7). EINVAL on a socket that listens.
    pub fn outq(&self) -> Result<i32> {
        self.queue(sys::OUTQ)
    }

    fn queue(&self, request: Option<sys::Ioctl>) -> Result<i32> {
        let request = request.ok_or(Error::new("ioctl", c::EOPNOTSUPP))?;
        let mut bytes: c_int = 0;
        // SAFETY: both requests write one int.
        let status = unsafe { c::ioctl(self.fd(), request, &raw mut bytes) };
        error::check("ioctl", status).map(|_| bytes)
    }

    /// How many bytes a stream has to give now; 0 where it does not tell.
    pub fn available(&self) -> usize {
        self.inq().map_or(0, |bytes| usize::try_from(bytes).unwrap_or(0))
    }
}
