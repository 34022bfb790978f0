//! What the kernel tells of a socket, and options by their numbers.

mod common;

use std::os::fd::{AsRawFd, OwnedFd};

use libc::{SOCK_DGRAM, SOCK_STREAM, SOL_SOCKET};
use llsocket_core::{BpfProgram, RawValue, Result, SockFilter, Socket};

use common::{alone, bound, descriptors, refused, unix};

/// The descriptor, where the kernel has such.
fn peerpidfd(sock: &Socket) -> Option<OwnedFd> {
    match sock.peerpidfd() {
        Err(error) if error.number() == libc::ENOPROTOOPT => None,
        pidfd => Some(pidfd.expect("there is a peer")),
    }
}

#[test]
fn a_peers_descriptor_is_owned() {
    alone("a_peers_descriptor_is_owned", || {
        let [one, two] = unix(SOCK_STREAM);
        let before = descriptors();
        for sock in [&one, &two] {
            let Some(pidfd) = peerpidfd(sock) else { return };
            assert!(common::is_cloexec(pidfd.as_raw_fd()));
            drop(pidfd);
            assert_eq!(descriptors(), before, "it is closed with its owner");
        }
        one.close(None).unwrap();
        assert_eq!(refused(one.peerpidfd().map(drop)), libc::EBADF);
    });
}

#[cfg(target_os = "linux")]
mod bpf {
    use super::*;

    const PASS: SockFilter = SockFilter { code: 0x06, jt: 0, jf: 0, k: 0xffff };

    fn filtered(instructions: usize) -> Socket {
        let (sock, _) = bound("127.0.0.1", SOCK_DGRAM);
        sock.attachfilter(Some(std::iter::repeat_n(PASS, instructions).collect())).unwrap();
        sock
    }

    fn raw(sock: &Socket, size: Option<i64>) -> Result<RawValue<'static>> {
        sock.getsockopt(SOL_SOCKET, libc::SO_ATTACH_FILTER, size)
    }

    /// The kernel counts instructions where it was told bytes.
    #[test]
    fn a_filter_read_by_its_number_does_not_overrun_the_size() {
        let sock = filtered(1000);
        for size in [Some(0), Some(1), Some(1000), Some(4096), Some(7999), None] {
            assert_eq!(refused(raw(&sock, size)), libc::EINVAL, "{size:?}");
        }
        for size in [8000, 8001, 1 << 20] {
            let Ok(RawValue::Bytes(bytes)) = raw(&sock, Some(size)) else { panic!("{size}") };
            assert_eq!(bytes.len(), 8000);
            assert!(bytes.chunks(8).all(|raw| raw[4..] == 0xffff_u32.to_ne_bytes()));
        }
        let sock = filtered(1);
        assert_eq!(refused(raw(&sock, None)), libc::EINVAL);
        assert_eq!(
            raw(&sock, Some(8)),
            Ok(RawValue::Bytes(vec![6, 0, 0, 0, 255, 255, 0, 0].into()))
        );
        sock.detachfilter().unwrap();
        assert_eq!(raw(&sock, Some(8)), Ok(RawValue::Bytes(vec![].into())));
    }

    #[test]
    fn a_program_keeps_no_more_than_the_kernel_takes() {
        let (sock, _) = bound("127.0.0.1", SOCK_DGRAM);
        let mut program = BpfProgram::new();
        let kept = (0..10_000).take_while(|_| program.push(PASS)).count();
        assert_eq!(kept, 4096);
        assert_eq!(refused(sock.attachfilter(Some(program.clone()))), libc::EINVAL);
        sock.close(None).unwrap();
        assert_eq!(refused(sock.attachfilter(Some(program))), libc::EBADF);
        assert_eq!(filtered(4096).attachfilter(None).map(|program| program.len()), Ok(4096));
    }
}
