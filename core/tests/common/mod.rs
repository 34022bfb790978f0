//! What the tests share: connected sockets, short ways to look into an outcome, signals, and a
//! process of one's own for what belongs to the whole process.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::env;
use std::fmt::Debug;
use std::fs;
use std::mem::MaybeUninit;
use std::os::fd::RawFd;
use std::path::PathBuf;
use std::process::{self, Command};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use libc::{MSG_DONTWAIT, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_STREAM, c_int};
use llsocket_core::constants::CONSTANTS;
use llsocket_core::{
    AddrInfo, Attempt, Outcome, Progress, Readiness, Result, Seconds, Shared, Socket,
};

/// An IPv4 or IPv6 address.
pub(crate) fn ip(text: &str, port: u16, socktype: i32) -> AddrInfo {
    let build = if text.contains(':') { AddrInfo::inet6 } else { AddrInfo::inet };
    build(text.as_bytes(), port, socktype, 0).expect("an address in numbers")
}

/// The port of an IPv4 or IPv6 address.
pub(crate) fn port(info: &AddrInfo) -> u16 {
    info.addr.port().expect("it has a port").try_into().expect("of 16 bits")
}

/// A socket that is bound to `text` and a port of the kernel's choice, and where it is. Its calls
/// end after ten seconds, whatever a test waits for.
pub(crate) fn bound(text: &str, socktype: i32) -> (Socket, AddrInfo) {
    let sock = Socket::new(&ip(text, 0, socktype), false).expect("a socket");
    sock.bind(None).expect("the address is here");
    let info = sock.getsockname().expect("a bound socket has a name");
    (patient(sock), info)
}

/// A listening TCP socket, and where it listens.
pub(crate) fn listener(text: &str) -> (Socket, AddrInfo) {
    let (sock, info) = bound(text, SOCK_STREAM);
    sock.listen(None).expect("a bound stream socket listens");
    (sock, info)
}

/// Both ends of a TCP connection: who connected, who accepted.
pub(crate) fn tcp() -> [Socket; 2] {
    let (listener, info) = listener("127.0.0.1");
    let client = Socket::new(&info, false).expect("a socket");
    client.connect(None).expect("the listener is there");
    [patient(client), patient(done(listener.accept()))]
}

/// Two UDP sockets that are connected with each other.
pub(crate) fn udp() -> [Socket; 2] {
    let ((one, here), (two, there)) =
        (bound("127.0.0.1", SOCK_DGRAM), bound("127.0.0.1", SOCK_DGRAM));
    one.connect(Some(&there)).expect("UDP connects");
    two.connect(Some(&here)).expect("UDP connects");
    [one, two]
}

/// Two unix sockets that are connected with each other.
pub(crate) fn unix(socktype: i32) -> [Socket; 2] {
    Socket::pair(socktype, false, 0).expect("a pair").map(patient)
}

/// `sock`, which waits ten seconds at most.
pub(crate) fn patient(sock: Socket) -> Socket {
    sock.rcvtimeo(Some(Seconds(10.0))).expect("every socket has a time limit");
    sock.sndtimeo(Some(Seconds(10.0))).expect("every socket has a time limit");
    sock
}

/// What is done.
#[track_caller]
pub(crate) fn done<T: Debug>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Done(value) => value,
        other => panic!("done was expected, this came: {other:?}"),
    }
}

/// The number of the error.
#[track_caller]
pub(crate) fn failed<T: Debug>(outcome: Outcome<T>) -> i32 {
    match outcome {
        Outcome::Failed(error) => error.number(),
        other => panic!("an error was expected, this came: {other:?}"),
    }
}

/// The number of the error.
#[track_caller]
pub(crate) fn refused<T: Debug>(result: Result<T>) -> i32 {
    match result {
        Err(error) => error.number(),
        Ok(value) => panic!("an error was expected, this came: {value:?}"),
    }
}

/// Receives into a buffer of `size` bytes by the plain call; gives the bytes that are claimed.
pub(crate) fn recv(sock: &Socket, size: usize, flags: i32) -> Outcome<Vec<u8>> {
    let mut buffer = vec![MaybeUninit::new(b'?'); size];
    sock.recv(&mut buffer, flags).map(|len| text(&buffer[..len]))
}

/// The bytes of a buffer that was filled before.
pub(crate) fn text(buffer: &[MaybeUninit<u8>]) -> Vec<u8> {
    // SAFETY: those who call this fill their buffers first.
    buffer.iter().map(|byte| unsafe { byte.assume_init() }).collect()
}

/// Whether `fd` is closed when a program is executed.
pub(crate) fn is_cloexec(fd: RawFd) -> bool {
    // SAFETY: takes no pointers.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFD) };
    assert!(flags >= 0, "{fd} is open");
    flags & libc::FD_CLOEXEC != 0
}

/// Whether calls on `fd` do not wait.
pub(crate) fn is_nonblock(fd: RawFd) -> bool {
    // SAFETY: takes no pointers.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFL) };
    assert!(flags >= 0, "{fd} is open");
    flags & libc::O_NONBLOCK != 0
}

/// The two ends of a pipe, first the one to read from; both are the caller's to close.
pub(crate) fn pipe() -> [RawFd; 2] {
    let mut ends = [-1; 2];
    // SAFETY: there is room for the two descriptors.
    assert_eq!(unsafe { libc::pipe(ends.as_mut_ptr()) }, 0);
    ends
}

/// How many descriptors the process has; to be asked in a process of its own.
pub(crate) fn descriptors() -> usize {
    let list = if cfg!(target_os = "linux") { "/proc/self/fd" } else { "/dev/fd" };
    fs::read_dir(list).expect("the list of descriptors").count()
}

/// A directory for the sockets and files of one test, with a short path; gone in the end.
pub(crate) struct Directory(PathBuf);

impl Directory {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("llsocket-{}-{number}", process::id()));
        fs::create_dir(&path).expect("the directory for temporary files is writable");
        Self(path)
    }

    /// The path of `name` in it.
    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("the path is UTF-8").to_owned()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs `call`, which waits, in a thread that signals keep interrupting.
pub(crate) fn interrupted<T: Send>(call: impl FnOnce() -> T + Send) -> T {
    static HANDLER: Once = Once::new();
    HANDLER.call_once(|| handle(libc::SIGUSR1, ignore as *const () as usize));
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        let thread = scope.spawn(move || {
            // SAFETY: takes nothing.
            let own = unsafe { libc::pthread_self() };
            // On some systems a pointer, which threads do not hand to each other.
            send.send(own as usize).expect("someone listens");
            call()
        });
        let target = receive.recv().expect("the thread says its name");
        while !thread.is_finished() {
            // A signal that comes before the call waits is lost, hence many.
            // SAFETY: the thread was not joined yet, so that its name is valid.
            unsafe { libc::pthread_kill(target as libc::pthread_t, libc::SIGUSR1) };
            thread::sleep(Duration::from_millis(2));
        }
        thread.join().expect("the call ends")
    })
}

extern "C" fn ignore(_: i32) {}

/// Sets what the process does at `signal`; interrupted calls are not restarted.
pub(crate) fn handle(signal: i32, action: usize) {
    // SAFETY: zeros are a valid action, with no flags and an empty mask.
    let mut new: libc::sigaction = unsafe { MaybeUninit::zeroed().assume_init() };
    new.sa_sigaction = action;
    // SAFETY: `new` outlives the call, and the handlers here touch atomics alone.
    assert_eq!(unsafe { libc::sigaction(signal, &raw const new, std::ptr::null_mut()) }, 0);
}

/// Runs `body` in a process where no other test runs: this program, started anew for `test` alone,
/// with these variables in its environment. It must end within a minute.
#[track_caller]
pub(crate) fn alone_with(test: &str, variables: &[(&str, &str)], body: impl FnOnce()) {
    const MARK: &str = "LLSOCKET_TEST_ALONE";
    if env::var_os(MARK).is_some_and(|name| name == test) {
        // SAFETY: takes no pointers.
        unsafe { libc::alarm(60) };
        let limit = descriptor_limit();
        body();
        // LeakSanitizer reads files when the process ends.
        set_descriptor_limit(limit);
        return;
    }
    let program = env::current_exe().expect("the program knows its path");
    let output = Command::new(program)
        .args(["--exact", test, "--nocapture"])
        .env(MARK, test)
        .envs(variables.iter().copied())
        .output()
        .expect("the program starts anew");
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    assert!(
        output.status.success() && out.contains("1 passed"),
        "{test} alone: {}\n{out}\n{err}",
        output.status,
    );
}

/// Runs `body` in a process where no other test runs.
#[track_caller]
pub(crate) fn alone(test: &str, body: impl FnOnce()) {
    alone_with(test, &[], body);
}

/// Sets how many descriptors the process may have open, in a process of its own.
pub(crate) fn limit_descriptors(count: usize) {
    set_descriptor_limit(libc::rlimit { rlim_cur: count as libc::rlim_t, ..descriptor_limit() });
}

fn descriptor_limit() -> libc::rlimit {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `limit` is ours to write to.
    assert_eq!(unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) }, 0);
    limit
}

fn set_descriptor_limit(limit: libc::rlimit) {
    // SAFETY: `limit` outlives the call.
    assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) }, 0);
}

/// Whether a user without privileges is told so.
pub(crate) fn is_forbidden(errno: i32) -> bool {
    // SAFETY: takes nothing.
    let user = unsafe { libc::geteuid() };
    user != 0 && [libc::EPERM, libc::EACCES].contains(&errno)
}

/// What getsockopt(2) says of an option whose value is an int.
pub(crate) fn kernel_value(sock: &Socket, level: c_int, name: c_int) -> c_int {
    let mut value: c_int = 0;
    let mut len = size_of::<c_int>() as libc::socklen_t;
    let target = (&raw mut value).cast();
    // SAFETY: `target` has room for `len` bytes.
    let status = unsafe { libc::getsockopt(sock.fd(), level, name, target, &raw mut len) };
    assert_eq!(status, 0);
    value
}

/// The number of a constant.
pub(crate) fn number_of(name: &str) -> c_int {
    let found = CONSTANTS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("{name} is no constant")).1 as c_int
}

/// Waits for bytes, and receives them.
pub(crate) fn to_recv(shared: &Shared) -> Outcome<()> {
    run(shared, Readiness::Recv, |socket| socket.recv_vec(9, MSG_DONTWAIT).map(drop).into())
}

/// Waits until `attempt` need not.
pub(crate) fn run(
    shared: &Shared,
    readiness: Readiness,
    attempt: fn(&Socket) -> Attempt<()>,
) -> Outcome<()> {
    match shared.blocking(readiness) {
        Ok(blocking) => ended(blocking.expect("a blocking socket").run(attempt)),
        // Closed before this thread came to it.
        Err(error) => Outcome::Failed(error),
    }
}

/// What a wait came to that no signal has interrupted.
pub(crate) fn ended<T>(progress: Progress<T>) -> Outcome<T> {
    match progress {
        Progress::Ended(outcome) => outcome,
        Progress::Interrupted => panic!("no signal came"),
    }
}

/// Connected sockets of every type that a test can have, with the type's name.
pub(crate) fn pairs() -> [(&'static str, [Socket; 2]); 5] {
    [
        ("tcp", tcp()),
        ("udp", udp()),
        ("unix stream", unix(SOCK_STREAM)),
        ("unix dgram", unix(SOCK_DGRAM)),
        ("unix seqpacket", unix(SOCK_SEQPACKET)),
    ]
}

/// The unnamed unix address for a type of socket.
pub(crate) fn unix_info(socktype: i32) -> AddrInfo {
    AddrInfo::unix(b"", socktype, 0).expect("an unnamed address")
}
