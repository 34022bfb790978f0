//! The types of arguments and results, and how each language spells them.

use crate::row::{Arg, Function, Language, Output, Presence, Shape};

/// A type, as the table names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type(&'static Spelling);

#[derive(Debug, PartialEq, Eq)]
struct Spelling {
    name: &'static str,
    /// As an argument and as a result.
    lua: [&'static str; 2],
    python: [&'static str; 2],
    /// As an argument, in words.
    words: [&'static str; 2],
}

/// One line for each type: its name; in Lua and in Python as an argument, as a result, and in words.
const SPELLINGS: &[Spelling] = &[
    spell("bytes", ["string"; 2], ["ReadableBuffer", "bytes"], ["string", "bytes-like object"]),
    spell("str", ["string"; 2], ["str"; 2], ["string", "str"]),
    spell(
        "path",
        ["string"; 2],
        ["StrOrBytesPath", "str"],
        ["string", "str, bytes or path-like object"],
    ),
    spell("int", ["integer"; 2], ["int"; 2], ["integer", "int"]),
    spell("bool", ["boolean"; 2], ["bool"; 2], ["boolean", "bool"]),
    spell("seconds", ["number"; 2], ["float"; 2], ["number of seconds", "float, seconds"]),
    spell(
        "port",
        ["integer|string", "integer"],
        ["int | str", "int"],
        ["integer, or its digits in a string", "int, or its digits in a str"],
    ),
    spell(
        "addrinfo",
        ["llsocket.addrinfo|llsocket.addrinfo[]", "llsocket.addrinfo"],
        ["AddrInfo | Sequence[AddrInfo]", "AddrInfo"],
        ["addrinfo, or a list of them", "AddrInfo, or a sequence of them"],
    ),
    spell(
        "addrinfos",
        ["llsocket.addrinfo[]"; 2],
        ["list[AddrInfo]"; 2],
        ["list of addrinfo", "list of AddrInfo"],
    ),
    spell("socket", ["llsocket.socket"; 2], ["Socket"; 2], ["socket", "Socket"]),
    spell(
        "sockets",
        ["llsocket.socket[]"; 2],
        ["list[Socket]"; 2],
        ["list of two sockets", "list of two Socket"],
    ),
    spell(
        "file",
        ["integer|file*|llsocket.socket", "integer"],
        ["FileDescriptorLike", "int"],
        ["descriptor, file or socket", "descriptor, or an object with fileno()"],
    ),
    spell(
        "address",
        ["string|llsocket.addrinfo|llsocket.addrinfo[]", "string"],
        ["str | AddrInfo | Sequence[AddrInfo]", "str"],
        ["address in numbers, or an addrinfo", "address in numbers, or an AddrInfo"],
    ),
    spell(
        "interface",
        ["string|integer"; 2],
        ["str | int"; 2],
        ["interface's name, index or address", "interface's name, index or address"],
    ),
    spell(
        "nameinfo",
        ["llsocket.nameinfo"; 2],
        ["_Nameinfo"; 2],
        ["table of host and serv", "dict (host, serv)"],
    ),
    spell(
        "ifaddrs",
        ["llsocket.ifaddr[]"; 2],
        ["list[_Ifaddr]"; 2],
        [
            "list of {name, index, flags, mtu, label, family, addr, netmask, broadaddr, dstaddr}",
            "list of dict (name, index, flags, mtu, label, family, addr, netmask, broadaddr, dstaddr)",
        ],
    ),
    spell(
        "interfaces",
        ["llsocket.interface[]"; 2],
        ["list[_Interface]"; 2],
        ["list of {index, name}", "list of dict (index, name)"],
    ),
    spell(
        "handed",
        ["llsocket.handed[]"; 2],
        ["list[_Handed]"; 2],
        ["list of {socket, name}", "list of dict (socket, name)"],
    ),
    spell(
        "octets",
        ["string"; 2],
        ["ReadableBuffer", "bytes"],
        ["string of bytes", "bytes-like object"],
    ),
    spell(
        "value",
        ["integer|string"; 2],
        ["int | ReadableBuffer", "int | bytes"],
        ["integer, or a string of bytes", "int, or a bytes-like object"],
    ),
    spell(
        "fields",
        ["table<string, integer>"; 2],
        ["dict[str, int]"; 2],
        ["table of numbers", "dict of numbers"],
    ),
    spell("ints", ["integer[]"; 2], ["list[int]"; 2], ["list of integers", "list of int"]),
    spell(
        "range",
        ["integer[]"; 2],
        ["Sequence[int]", "list[int]"],
        ["list of the lowest and the highest", "sequence of the lowest and the highest"],
    ),
    spell(
        "program",
        ["integer[][]"; 2],
        ["Sequence[Sequence[int]]", "list[list[int]]"],
        ["list of {code, jt, jf, k}", "sequence of (code, jt, jf, k)"],
    ),
    spell(
        "macaddrs",
        ["table<string, string>"; 2],
        ["dict[str, str]"; 2],
        ["table by name", "dict by name"],
    ),
    spell("function", ["function"; 2], ["object"; 2], ["function"; 2]),
    spell("any", ["any"; 2], ["object"; 2], ["value of any type"; 2]),
    spell("self", ["llsocket.socket"; 2], ["Self"; 2], ["socket itself"; 2]),
];

const fn spell(
    name: &'static str,
    lua: [&'static str; 2],
    python: [&'static str; 2],
    words: [&'static str; 2],
) -> Spelling {
    Spelling { name, lua, python, words }
}

impl Type {
    /// The type that the table calls so.
    pub fn named(name: &str) -> Option<Self> {
        SPELLINGS.iter().find(|spelling| spelling.name == name).map(Self)
    }

    /// Its name in the table.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Its spelling as the type of an argument.
    pub fn taken(self, language: Language) -> &'static str {
        match language {
            Language::Lua => self.0.lua[0],
            Language::Python => self.0.python[0],
        }
    }

    /// Its spelling as the type of a result.
    pub fn given(self, language: Language) -> &'static str {
        match language {
            Language::Lua => self.0.lua[1],
            Language::Python => self.0.python[1],
        }
    }

    /// What an argument of the type is, in words.
    pub fn words(self, language: Language) -> &'static str {
        match language {
            Language::Lua => self.0.words[0],
            Language::Python => self.0.words[1],
        }
    }
}

impl Function {
    /// The names of the results, with err and again: `len, err, again`.
    pub(crate) fn result_names(&self) -> Vec<&str> {
        let values = self.results.iter().map(|result| result.name.as_str());
        let state: &[&str] = match self.shape {
            Shape::Plain => &[],
            Shape::E | Shape::V => &["err"],
            Shape::A | Shape::F => &["err", "again"],
        };
        values.chain(state.iter().copied()).collect()
    }
}

impl Arg {
    /// What it is, in words: `integer, 4096 by default`.
    pub(crate) fn words(&self, language: Language) -> String {
        let words = self.kind.words(language);
        match &self.presence {
            Presence::Required => words.to_string(),
            Presence::Optional => format!("{words}; optional"),
            Presence::Default(default) => {
                format!("{words}; {} by default", literal(default, language))
            }
            Presence::Variadic => format!("{words}; any number of them"),
        }
    }
}

impl Output {
    /// The type of the result where it may be absent for one reason or another.
    pub(crate) fn spelled(&self, language: Language, absent: bool) -> String {
        let spelled = self.kind.given(language);
        match (absent || self.optional, language) {
            (false, _) => spelled.to_string(),
            (true, Language::Lua) if spelled.contains('|') => format!("({spelled})?"),
            (true, Language::Lua) => format!("{spelled}?"),
            (true, Language::Python) => format!("{spelled} | None"),
        }
    }
}

/// A default, as the language writes it.
pub(crate) fn literal(default: &str, language: Language) -> &str {
    match (default, language) {
        ("false", Language::Python) => "False",
        ("true", Language::Python) => "True",
        _ => default,
    }
}
