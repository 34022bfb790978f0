//! Control messages: descriptors that are passed with a message.

use crate::fd::{OwnedFd, RawFd};

use crate::{AddrInfo, Error, Outcome, Socket, c, sys};

impl Socket {
    /// Sends the descriptor `fd` to the peer, or to the address of an addrinfo, with one byte of data.
    ///
    /// sendmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. The receiver gets a duplicate;
    /// this descriptor stays open. EBADF for a number that is not a descriptor.
    pub fn sendfd(&self, fd: RawFd, info: Option<&AddrInfo>, flags: i32) -> Outcome<usize> {
        if self.family() != c::AF_UNIX {
            // Linux would send the byte over TCP, and leave the descriptor behind without a word.
            return Outcome::Failed(self.refusal("sendmsg", c::EINVAL));
        }
        if flags & sys::REFUSED_FLAGS != 0 {
            return Outcome::Failed(self.refusal("sendmsg", c::EOPNOTSUPP));
        }
        let addr = info.map(|info| &info.addr);
        let sent = sys::send_rights(self.fd(), fd, addr, flags | sys::SEND_FLAGS);
        self.sent("sendmsg", sent, 1, flags)
    }

    /// Receives a descriptor, which is close-on-exec and has to be closed by the caller.
    ///
    /// recvmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. It receives what
    /// [`sendfd`](Self::sendfd) sends, one byte of data with one descriptor; the rest of a longer
    /// datagram is discarded. ENOMSG for a message without a descriptor; EMSGSIZE for one with
    /// several, which are all closed; EMFILE if this process can open no more.
    pub fn recvfd(&self, flags: i32) -> Outcome<OwnedFd> {
        if flags & sys::REFUSED_FLAGS != 0 {
            return Outcome::Failed(self.refusal("recvmsg", c::EOPNOTSUPP));
        }
        let (received, rights) = sys::recv_rights(self.fd(), flags);
        if received < 0 {
            return Outcome::refused("recvmsg");
        }
        let is_cut = rights.is_truncated;
        let errno = match (rights.first, rights.count) {
            (Some(fd), 1) if !is_cut => return Outcome::Done(fd),
            (None, 0) if is_cut => c::EMFILE,
            (None, 0) if received == 0 && self.socktype() != c::SOCK_DGRAM => {
                return Outcome::Closed;
            }
            (None, 0) => c::ENOMSG,
            // There were more than there was room for, or several.
            _ => c::EMSGSIZE,
        };
        Outcome::Failed(Error::new("recvmsg", errno))
    }
}
