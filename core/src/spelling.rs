//! Names of constants that are none: whether another system has them, and what may be meant.

use crate::constants::{CONSTANTS, NAMES_OF_ALL_SYSTEMS};

/// Names of the C headers that are in no table, because only the kernel uses what they stand for.
const PRIVATE: &[&str] = &["AF_MAX", "MSG_PROBE", "MSG_SOCK_DEVMEM"];

/// The longest name that is compared.
const LONGEST: usize = 48;

/// What is known of the name of a constant that this platform has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Another platform has it, or the kernel for itself.
    Elsewhere,
    /// No platform has it. The nearest name that this one has, if there is a near one.
    Unknown(Option<&'static str>),
}

/// What is known of `name`, which is no constant of this platform.
pub fn missing_constant(name: &[u8]) -> Missing {
    let is_it = |other: &&str| other.as_bytes() == name;
    if NAMES_OF_ALL_SYSTEMS.iter().any(is_it) || PRIVATE.iter().any(is_it) {
        return Missing::Elsewhere;
    }
    let distances = CONSTANTS.iter().map(|&(other, _)| (distance(name, other.as_bytes()), other));
    let nearest = distances.min_by_key(|&(distance, _)| distance);
    // As far as a third of it may be wrong, and three letters of a long one.
    let far = (name.len() / 3).min(3);
    Missing::Unknown(nearest.filter(|&(distance, _)| distance <= far).map(|(_, other)| other))
}

/// How many letters have to be inserted, removed, replaced or swapped with the next to make one name of the other.
fn distance(one: &[u8], other: &[u8]) -> usize {
    if one.len() > LONGEST || other.len() > LONGEST {
        return usize::MAX;
    }
    let mut rows = [[0; LONGEST + 1]; 3];
    for (index, cell) in rows[1].iter_mut().enumerate() {
        *cell = index;
    }
    for (i, &letter) in one.iter().enumerate() {
        let [before, above, row] = &mut rows;
        row[0] = i + 1;
        for (j, &wanted) in other.iter().enumerate() {
            let replaced = above[j] + usize::from(letter != wanted);
            row[j + 1] = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && letter == other[j - 1] && one[i - 1] == wanted {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        rows.rotate_left(1);
    }
    rows[1][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(name: &str) -> Option<&'static str> {
        match missing_constant(name.as_bytes()) {
            Missing::Unknown(nearest) => nearest,
            Missing::Elsewhere => panic!("{name} is known"),
        }
    }

    #[test]
    fn letters_that_are_wrong_are_counted() {
        for (one, other, wanted) in [
            ("", "", 0),
            ("a", "", 1),
            ("", "ab", 2),
            ("abc", "abd", 1),
            ("ab", "ba", 1),
            ("abcd", "bcda", 2),
        ] {
            assert_eq!(distance(one.as_bytes(), other.as_bytes()), wanted, "{one} {other}");
        }
        assert_eq!(distance(&[b'x'; LONGEST + 1], b"x"), usize::MAX);
    }

    #[test]
    fn what_is_misspelt_has_a_nearest_name() {
        assert_eq!(nearest("SOCK_DGRM"), Some("SOCK_DGRAM"));
        assert_eq!(nearest("SOCK_STERAM"), Some("SOCK_STREAM"));
        assert_eq!(nearest("AFINET"), Some("AF_INET"));
        assert_eq!(nearest("NO_SUCH_CONSTANT"), None);
        assert_eq!(nearest("X"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_other_systems_have_is_known() {
        for name in ["SO_NOSIGPIPE", "AF_LINK", "MSG_PROBE"] {
            assert_eq!(missing_constant(name.as_bytes()), Missing::Elsewhere, "{name}");
        }
    }
}
