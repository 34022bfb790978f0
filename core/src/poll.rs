//! The clock, and waiting for it.

use std::time::{Duration, Instant};

use crate::{Error, Outcome, Progress, Result, Seconds, c, sys, was_interrupted};

/// Returns the seconds of the monotonic clock, which no change of the system's time affects.
///
/// clock_gettime(2), CLOCK_MONOTONIC. Only differences between two of them have a meaning. It is the
/// clock of Python's time.monotonic on Linux.
pub fn monotonic() -> f64 {
    let mut now = c::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `now` is writable; the clock exists on every system.
    unsafe { c::clock_gettime(c::CLOCK_MONOTONIC, &raw mut now) };
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// Waits for `sec` seconds.
///
/// ppoll(2); fractions count, and 0 does not wait. EDOM for a negative, infinite or undefined number. In
/// Lua a signal ends the wait with `again`; in Python the wait continues when the handlers have run.
pub fn sleep(sec: Seconds) -> Outcome<()> {
    match Sleep::new(sec).map(|mut sleep| sleep.run()) {
        Ok(Progress::Ended(outcome)) => outcome,
        Ok(Progress::Interrupted) => Outcome::Again,
        Err(error) => Outcome::Failed(error),
    }
}

/// When a call that may take `sec` seconds has to end; nothing where it may take any time, and EDOM of `call` for
/// what is no span.
pub(crate) fn deadline(call: &'static str, sec: Option<Seconds>) -> Result<Option<Instant>> {
    let Some(sec) = sec else { return Ok(None) };
    let span = sec.to_duration().ok_or(Error::new(call, c::EDOM))?;
    // A span beyond all clocks is for ever.
    Ok(Instant::now().checked_add(span))
}

/// A wait for a span of time, which can go on after signals.
#[derive(Debug)]
pub struct Sleep {
    /// When it ends; none where that is beyond all clocks.
    deadline: Option<Instant>,
}

impl Sleep {
    /// Begins to wait for `sec` seconds; EDOM where that is no span.
    pub fn new(sec: Seconds) -> Result<Self> {
        Ok(Self { deadline: deadline("poll", Some(sec))? })
    }

    /// Waits for the rest of the time.
    pub fn run(&mut self) -> Progress<()> {
        loop {
            let left = self.deadline.map(|at| at.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return Progress::Ended(Outcome::Done(()));
            }
            match sys::poll(&mut [], left) {
                -1 if was_interrupted() => return Progress::Interrupted,
                -1 => return Progress::Ended(Outcome::Failed(Error::last("poll"))),
                _ => {}
            }
        }
    }
}
