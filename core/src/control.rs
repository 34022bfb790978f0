//! Control messages: descriptors that are passed with a message.

use std::mem::{MaybeUninit, size_of};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::ptr;

use libc::{c_int, cmsghdr, iovec, msghdr};

use crate::{AddrInfo, Error, Outcome, Socket, sys};

/// The bytes of control messages that one call has room for: all that a unix socket's options add to
/// a descriptor, and more.
const ROOM: usize = 512;

/// Room for the control messages of one call, aligned as their headers want it.
#[repr(C)]
union Room {
    header: cmsghdr,
    bytes: [u8; ROOM],
}

impl Socket {
    /// Sends the descriptor `fd` to the peer, or to the address of an addrinfo, with one byte of data.
    ///
    /// sendmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. The receiver gets a duplicate;
    /// this descriptor stays open. EBADF for a number that is not a descriptor.
    pub fn sendfd(&self, fd: RawFd, info: Option<&AddrInfo>, flags: i32) -> Outcome<usize> {
        if self.family() != libc::AF_UNIX {
            // Linux would send the byte over TCP, and leave the descriptor behind without a word.
            return Outcome::Failed(self.refusal("sendmsg", libc::EINVAL));
        }
        if flags & sys::REFUSED_FLAGS != 0 {
            return Outcome::Failed(self.refusal("sendmsg", libc::EOPNOTSUPP));
        }
        let mut data = [0u8];
        let mut part = iovec { iov_base: data.as_mut_ptr().cast(), iov_len: data.len() };
        let mut room = Room { bytes: [0; ROOM] };
        let mut message = message(&mut part, &mut room);
        if let Some(info) = info {
            message.msg_name = info.addr.as_ptr().cast_mut().cast();
            message.msg_namelen = info.addr.len();
        }
        // SAFETY: `room` has space for one control message of one descriptor, so that there is a
        // first header, with room for the descriptor behind it; the message's parts outlive the call.
        let sent = unsafe {
            message.msg_controllen = libc::CMSG_SPACE(size_of::<c_int>() as u32) as _;
            let header = libc::CMSG_FIRSTHDR(&raw const message);
            (*header).cmsg_level = libc::SOL_SOCKET;
            (*header).cmsg_type = libc::SCM_RIGHTS;
            (*header).cmsg_len = libc::CMSG_LEN(size_of::<c_int>() as u32) as _;
            libc::CMSG_DATA(header).cast::<c_int>().write_unaligned(fd);
            libc::sendmsg(self.fd(), &raw const message, flags | sys::SEND_FLAGS)
        };
        self.sent("sendmsg", sent, data.len(), flags)
    }

    /// Receives a descriptor, which is close-on-exec and has to be closed by the caller.
    ///
    /// recvmsg(2), `SCM_RIGHTS` of unix(7); `flags` are `MSG_*`. It receives what
    /// [`sendfd`](Self::sendfd) sends, one byte of data with one descriptor; the rest of a longer
    /// datagram is discarded. ENOMSG for a message without a descriptor; EMSGSIZE for one with
    /// several, which are all closed; EMFILE if this process can open no more.
    pub fn recvfd(&self, flags: i32) -> Outcome<OwnedFd> {
        if flags & sys::REFUSED_FLAGS != 0 {
            return Outcome::Failed(self.refusal("recvmsg", libc::EOPNOTSUPP));
        }
        let mut data = [0u8];
        let mut part = iovec { iov_base: data.as_mut_ptr().cast(), iov_len: data.len() };
        let mut room = Room { bytes: [0; ROOM] };
        let mut message = message(&mut part, &mut room);
        let flags = flags | sys::RECV_DESCRIPTOR_FLAGS;
        // SAFETY: the message's parts are writable for their lengths, and outlive the call.
        let received = unsafe { libc::recvmsg(self.fd(), &raw mut message, flags) };
        if received < 0 {
            return Outcome::refused("recvmsg");
        }
        let is_cut = message.msg_flags & libc::MSG_CTRUNC != 0;
        let errno = match only_descriptor(&message) {
            (Some(fd), 1) if !is_cut => return Outcome::Done(fd),
            (None, 0) if is_cut => libc::EMFILE,
            (None, 0) if received == 0 && self.socktype() != libc::SOCK_DGRAM => {
                return Outcome::Closed;
            }
            (None, 0) => libc::ENOMSG,
            // There were more than there was room for, or several.
            _ => libc::EMSGSIZE,
        };
        Outcome::Failed(Error::new("recvmsg", errno))
    }
}

fn message(part: &mut iovec, room: &mut Room) -> msghdr {
    // SAFETY: a C structure of integers and pointers, for which zeros are valid.
    let mut message: msghdr = unsafe { MaybeUninit::zeroed().assume_init() };
    message.msg_iov = ptr::from_mut(part);
    message.msg_iovlen = 1;
    message.msg_control = ptr::from_mut(room).cast();
    message.msg_controllen = size_of::<Room>() as _;
    message
}

/// The first descriptor that was sent with `message`, and how many there were; all others are closed,
/// and so is the sender's pidfd of passpidfd, which does not count.
fn only_descriptor(message: &msghdr) -> (Option<OwnedFd>, usize) {
    let (mut first, mut total) = (None, 0);
    // SAFETY: the kernel has filled the control room, and says in `msg_controllen` how far.
    let mut header = unsafe { libc::CMSG_FIRSTHDR(message) };
    // SAFETY: null, or a header within the room.
    while let Some(control) = unsafe { header.as_ref() } {
        let rights = control.cmsg_type == libc::SCM_RIGHTS;
        let pidfd = Some(control.cmsg_type) == const { sys::number("SCM_PIDFD") };
        if control.cmsg_level == libc::SOL_SOCKET && (rights || pidfd) {
            // SAFETY: as above.
            let (data, empty) = unsafe { (libc::CMSG_DATA(header), libc::CMSG_LEN(0) as usize) };
            let data = data.cast::<[u8; size_of::<c_int>()]>();
            let len: usize = control.cmsg_len as _;
            let count = len.saturating_sub(empty) / size_of::<c_int>();
            for index in 0..count {
                // SAFETY: within the length that the kernel says.
                let fd = c_int::from_ne_bytes(unsafe { data.add(index).read() });
                total += usize::from(rights);
                // A pidfd may be an error number in place of a descriptor. SAFETY: the kernel has
                // opened it for this call; no other code uses it.
                let fd = (fd >= 0).then(|| unsafe { OwnedFd::from_raw_fd(fd) });
                if rights && first.is_none() {
                    first = fd.inspect(|fd| sys::set_cloexec_nosigpipe(fd.as_raw_fd()));
                }
            }
        }
        // SAFETY: as above.
        header = unsafe { libc::CMSG_NXTHDR(message, header) };
    }
    (first, total)
}
