//! Classic BPF: programs that select the packets that a socket receives.

use crate::option::{self, OptionId};
use crate::{Error, Result, Socket, c, memory};

/// One instruction of a classic BPF program (`struct sock_filter`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct SockFilter {
    /// What to do.
    pub code: u16,
    /// How many instructions to jump over when a test holds.
    pub jt: u8,
    /// How many when it does not.
    pub jf: u8,
    /// What to do it with.
    pub k: u32,
}

impl SockFilter {
    /// The instruction of these numbers, if each of them fits.
    pub fn new(code: i64, jt: i64, jf: i64, k: i64) -> Option<Self> {
        Some(Self {
            code: code.try_into().ok()?,
            jt: jt.try_into().ok()?,
            jf: jf.try_into().ok()?,
            k: k.try_into().ok()?,
        })
    }
}

/// The longest program, `BPF_MAXINSNS` of linux/bpf_common.h.
const MAX: usize = 4096;

/// A classic BPF program, as it comes from a caller instruction by instruction.
///
/// It takes any number of them, and keeps no more than the kernel takes: what is too long, or finds no
/// memory, is refused when it is attached.
#[derive(Clone, Debug, Default)]
pub struct BpfProgram {
    instructions: Vec<SockFilter>,
    refusal: Option<Error>,
}

impl BpfProgram {
    /// An empty program.
    pub const fn new() -> Self {
        Self { instructions: Vec::new(), refusal: None }
    }

    /// Appends an instruction. False once the program will be refused, whatever follows.
    pub fn push(&mut self, instruction: SockFilter) -> bool {
        if self.refusal.is_none() {
            let pushed = if self.instructions.len() < MAX {
                memory::push("setsockopt", &mut self.instructions, instruction)
            } else {
                Err(Error::new("setsockopt", c::EINVAL))
            };
            self.refusal = pushed.err();
        }
        self.refusal.is_none()
    }
}

impl FromIterator<SockFilter> for BpfProgram {
    fn from_iter<I: IntoIterator<Item = SockFilter>>(instructions: I) -> Self {
        let mut program = Self::new();
        let _ = instructions.into_iter().all(|instruction| program.push(instruction));
        program
    }
}

/// `struct sock_fprog` of linux/filter.h.
#[repr(C)]
struct RawProgram {
    len: u16,
    instructions: *const SockFilter,
}

impl Socket {
    /// Receives only packets that a classic BPF program accepts: a list of `{code, jt, jf, k}`.
    ///
    /// `SO_ATTACH_FILTER`, socket(7). The program returns the number of bytes to keep; 0 drops the
    /// packet. Without an argument, returns the program that is attached, an empty list if there is
    /// none. EINVAL for a program that is invalid, empty, or longer than 4096 instructions.
    pub fn attachfilter(&self, program: Option<BpfProgram>) -> Result<Vec<SockFilter>> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_ATTACH_FILTER") };
        match program {
            Some(program) => self.attach(place, program),
            None => self.attached(place),
        }
    }

    /// Chooses the socket of a reuseport group by a classic BPF program: a list of `{code, jt, jf, k}`.
    ///
    /// `SO_ATTACH_REUSEPORT_CBPF`, socket(7). The program returns the socket's index in the group.
    /// Since Linux 4.5.
    pub fn reuseportcbpf(&self, program: BpfProgram) -> Result<Vec<SockFilter>> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_ATTACH_REUSEPORT_CBPF") };
        self.attach(place, program)
    }

    /// Removes the filter, whether classic BPF or eBPF, and returns true.
    ///
    /// `SO_DETACH_FILTER`, socket(7). ENOENT if there is none.
    pub fn detachfilter(&self) -> Result<bool> {
        let place = const { OptionId::of("SOL_SOCKET", "SO_DETACH_FILTER") };
        option::set(self, place, 0).map(|()| true)
    }

    fn attach(&self, place: OptionId, program: BpfProgram) -> Result<Vec<SockFilter>> {
        let BpfProgram { instructions, refusal } = program;
        if let Some(refusal) = refusal {
            return Err(if self.fd() < 0 { self.refusal("setsockopt", c::EBADF) } else { refusal });
        }
        let raw =
            RawProgram { len: instructions.len() as u16, instructions: instructions.as_ptr() };
        option::set_raw(self, place, &raw).map(|()| instructions)
    }

    fn attached(&self, place: OptionId) -> Result<Vec<SockFilter>> {
        let mut program = memory::list::<SockFilter>("getsockopt", MAX)?;
        let mut len = MAX as c::socklen_t;
        let (level, name) = place.numbers(self, "getsockopt")?;
        // SAFETY: the kernel counts this option's length in instructions, and there is room for as
        // many as it takes; it tells how many it wrote.
        unsafe {
            let room = program.as_mut_ptr();
            let status = c::getsockopt(self.fd(), level, name, room.cast(), &raw mut len);
            crate::error::check("getsockopt", status)?;
            program.set_len((len as usize).min(MAX));
        }
        Ok(program)
    }
}
