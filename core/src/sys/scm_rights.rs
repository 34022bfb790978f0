//! Descriptors that are passed with a message (`SCM_RIGHTS` of unix(7)).

use std::mem::{MaybeUninit, size_of};
use std::ptr;

use libc::{c_int, cmsghdr, iovec, msghdr};

use super::{number, set_cloexec_nosigpipe};
use crate::Addr;
use crate::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};

/// The bytes of control messages that one call has room for: all that a unix socket's options add to
/// a descriptor, and more.
const ROOM: usize = 512;

/// Room for the control messages of one call, aligned as their headers want it.
#[repr(C)]
union Room {
    header: cmsghdr,
    bytes: [u8; ROOM],
}

/// What a message brought that was received for its descriptor.
pub(crate) struct ReceivedRights {
    /// The first descriptor, close-on-exec. All others are closed.
    pub(crate) first: Option<OwnedFd>,
    /// How many descriptors there were.
    pub(crate) count: usize,
    /// Whether there were control messages for which there was no room, or no free descriptor.
    pub(crate) is_truncated: bool,
}

/// Sends a byte of data and the descriptor `passed` to the peer of `fd`, or to `addr`: the number of bytes, or -1
/// with errno set.
pub(crate) fn send_rights(fd: RawFd, passed: RawFd, addr: Option<&Addr>, flags: c_int) -> isize {
    let mut data = [0u8];
    let mut part = iovec { iov_base: data.as_mut_ptr().cast(), iov_len: data.len() };
    let mut room = Room { bytes: [0; ROOM] };
    let mut message = message(&mut part, &mut room);
    if let Some(addr) = addr {
        message.msg_name = addr.as_ptr().cast_mut().cast();
        message.msg_namelen = addr.len();
    }
    // SAFETY: `room` has space for one control message of one descriptor, so that there is a
    // first header, with room for the descriptor behind it; the message's parts outlive the call.
    unsafe {
        message.msg_controllen = libc::CMSG_SPACE(size_of::<c_int>() as u32) as _;
        let header = libc::CMSG_FIRSTHDR(&raw const message);
        (*header).cmsg_level = libc::SOL_SOCKET;
        (*header).cmsg_type = libc::SCM_RIGHTS;
        (*header).cmsg_len = libc::CMSG_LEN(size_of::<c_int>() as u32) as _;
        libc::CMSG_DATA(header).cast::<c_int>().write_unaligned(passed);
        libc::sendmsg(fd, &raw const message, flags)
    }
}

/// Receives a byte of data, and the descriptors of its message: the number of bytes, or -1 with errno set.
pub(crate) fn recv_rights(fd: RawFd, flags: c_int) -> (isize, ReceivedRights) {
    let mut data = [0u8];
    let mut part = iovec { iov_base: data.as_mut_ptr().cast(), iov_len: data.len() };
    let mut room = Room { bytes: [0; ROOM] };
    let mut message = message(&mut part, &mut room);
    let flags = flags | super::RECV_DESCRIPTOR_FLAGS;
    // SAFETY: the message's parts are writable for their lengths, and outlive the call.
    let received = unsafe { libc::recvmsg(fd, &raw mut message, flags) };
    if received < 0 {
        return (received, ReceivedRights { first: None, count: 0, is_truncated: false });
    }
    let (first, count) = only_descriptor(&message);
    let is_truncated = message.msg_flags & libc::MSG_CTRUNC != 0;
    (received, ReceivedRights { first, count, is_truncated })
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
        let pidfd = Some(control.cmsg_type) == const { number("SCM_PIDFD") };
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
                // A pidfd may be an error number in place of a descriptor.
                // SAFETY: opened by the kernel for this call, and nobody else knows it.
                let fd = (fd >= 0).then(|| unsafe { OwnedFd::from_raw_fd(fd) });
                if rights && first.is_none() {
                    first = fd.inspect(|fd| set_cloexec_nosigpipe(fd.as_raw_fd()));
                }
            }
        }
        // SAFETY: as above.
        header = unsafe { libc::CMSG_NXTHDR(message, header) };
    }
    (first, total)
}
