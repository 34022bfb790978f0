//! What errors say, whatever the host's locale.

mod common;

use std::error::Error as _;

use llsocket_core::constants::CONSTANTS;
use llsocket_core::{Error, Reason};

fn errno(number: i32) -> String {
    Error::new("call", number).message().to_string_lossy().into_owned()
}

fn resolver(number: i32) -> String {
    Error::resolver("call", number).message().to_string_lossy().into_owned()
}

#[test]
fn errors_have_a_number_a_call_and_a_text() {
    let error = Error::new("bind", libc::EADDRINUSE);
    assert_eq!((error.number(), error.call), (libc::EADDRINUSE, "bind"));
    assert_eq!(error.reason, Reason::Errno(libc::EADDRINUSE));
    assert_eq!(error.message().to_string_lossy(), "Address already in use");
    assert_eq!(error.to_string(), "bind: Address already in use");
    assert!(error.source().is_none());

    let error = Error::resolver("getaddrinfo", libc::EAI_NONAME);
    assert_eq!(
        (error.number(), error.reason),
        (libc::EAI_NONAME, Reason::Resolver(libc::EAI_NONAME))
    );
    assert!(error.to_string().starts_with("getaddrinfo: "));
    assert_ne!(error, Error::new("getaddrinfo", libc::EAI_NONAME), "another kind of number");
}

#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn texts_are_those_of_the_c_locale() {
    for (number, text) in [
        (0, "Success"),
        (libc::EPERM, "Operation not permitted"),
        (libc::EAGAIN, "Resource temporarily unavailable"),
        (libc::EPIPE, "Broken pipe"),
        (libc::EDOM, "Numerical argument out of domain"),
        (libc::EBADF, "Bad file descriptor"),
        (libc::ECONNREFUSED, "Connection refused"),
        (libc::EOPNOTSUPP, "Operation not supported"),
    ] {
        assert_eq!(errno(number), text);
    }
    for (number, text) in [
        (libc::EAI_NONAME, "Name or service not known"),
        (libc::EAI_AGAIN, "Temporary failure in name resolution"),
        (libc::EAI_FAMILY, "ai_family not supported"),
    ] {
        assert_eq!(resolver(number), text);
    }
}

#[test]
fn every_number_of_the_table_has_a_text() {
    let mut count = 0;
    for &(name, value) in CONSTANTS {
        let number = value as i32;
        if let Some(rest) = name.strip_prefix("EAI_") {
            // glibc has forgotten the text of the second.
            if !matches!(rest, "SYSTEM" | "OVERFLOW") {
                assert!(!resolver(number).to_lowercase().starts_with("unknown"), "{name}");
                count += 1;
            }
        } else if llsocket_core::constants::errno_name(number) == Some(name) {
            assert!(!errno(number).to_lowercase().starts_with("unknown"), "{name}");
            count += 1;
        }
    }
    assert!(count > 80, "{count}");
}

#[test]
fn unknown_numbers_are_named() {
    for number in [99_999, 4096, -1, i32::MIN, i32::MAX] {
        let text = errno(number);
        assert!(text.to_lowercase().starts_with("unknown error"), "{text}");
        assert!(text.contains(&number.to_string()), "{text}");
    }
    for number in [99_999, -99_999, i32::MIN, i32::MAX] {
        assert!(!resolver(number).is_empty());
    }
}

#[test]
fn errno_is_left_alone() {
    // Asking for the text of an unknown number is an error itself, which is nobody's business.
    let _ = std::fs::metadata("/nowhere/at/all");
    let before = std::io::Error::last_os_error().raw_os_error();
    let _ = Error::new("call", 99_999).message();
    assert_eq!(
        (before, std::io::Error::last_os_error().raw_os_error()),
        (Some(libc::ENOENT), before)
    );
}

/// A catalogue of translations, as msgfmt writes it.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn catalogue(entries: &[(&str, &str)]) -> Vec<u8> {
    let count = entries.len() as u32;
    let mut head = vec![0x9504_12de, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count];
    let mut strings = Vec::new();
    let start = 28 + 16 * count;
    let column =
        |pick: &dyn Fn(&(&str, &str)) -> String, head: &mut Vec<u32>, strings: &mut Vec<u8>| {
            for entry in entries {
                let text = pick(entry);
                head.extend([text.len() as u32, start + strings.len() as u32]);
                strings.extend(text.bytes().chain([0]));
            }
        };
    column(&|entry| entry.0.to_owned(), &mut head, &mut strings);
    column(&|entry| entry.1.to_owned(), &mut head, &mut strings);
    head.into_iter().flat_map(u32::to_ne_bytes).chain(strings).collect()
}

/// The host has set a locale and has translations: its own texts are in its language, ours in C's.
#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn texts_do_not_change_with_the_hosts_locale() {
    use std::ffi::{CStr, CString, c_char};
    use std::fs;

    unsafe extern "C" {
        safe fn strerror(errno: i32) -> *const c_char;
        unsafe fn bindtextdomain(domain: *const c_char, directory: *const c_char) -> *const c_char;
    }

    let name = "texts_do_not_change_with_the_hosts_locale";
    common::alone_with(name, &[("LANGUAGE", "de"), ("LC_ALL", "C.UTF-8")], || {
        let directory = common::Directory::new();
        fs::create_dir_all(directory.path("de/LC_MESSAGES")).unwrap();
        let translations = catalogue(&[
            ("", "Content-Type: text/plain; charset=UTF-8\n"),
            ("Broken pipe", "Rohr kaputt"),
            ("Name or service not known", "Nie gehört"),
            ("Unknown error ", "Seltsam "),
        ]);
        fs::write(directory.path("de/LC_MESSAGES/libc.mo"), translations).unwrap();
        let path = CString::new(directory.path("")).unwrap();
        // SAFETY: strings that end with a NUL; no other thread of this process reads the locale now.
        let set = unsafe {
            bindtextdomain(c"libc".as_ptr(), path.as_ptr());
            libc::setlocale(libc::LC_ALL, c"".as_ptr())
        };
        // SAFETY: a string that ends with a NUL, until the next call.
        let host = || unsafe { CStr::from_ptr(strerror(libc::EPIPE)) }.to_str().unwrap();
        if set.is_null() || host() != "Rohr kaputt" {
            eprintln!("not tested: this C library has no C.UTF-8, or does not translate there");
            return;
        }
        for _ in 0..2 {
            assert_eq!(errno(libc::EPIPE), "Broken pipe");
            assert_eq!(resolver(libc::EAI_NONAME), "Name or service not known");
            assert_eq!(errno(99_999), "Unknown error 99999");
            assert_eq!(host(), "Rohr kaputt", "the host's locale is what it was");
        }
        let other = std::thread::spawn(|| errno(libc::EPIPE)).join().unwrap();
        assert_eq!(other, "Broken pipe");
    });
}
