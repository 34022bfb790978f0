//! The reference, for people: functions in each language, options, constants; and the list of names.

use std::fmt::Write as _;
use std::path::PathBuf;

use llsocket_core::OptionAccess;

use crate::api::{Api, Section};
use crate::constants::{Constant, families};
use crate::row::{Function, Kind, Language, Presence, Shape};
use crate::types::literal;

/// The pages, and the list of names.
pub(crate) fn files(api: &Api) -> Vec<(PathBuf, String)> {
    vec![
        ("docs/reference/lua.md".into(), functions(api, Language::Lua)),
        ("docs/reference/python.md".into(), functions(api, Language::Python)),
        ("docs/reference/options.md".into(), options(api)),
        ("docs/reference/constants.md".into(), constants()),
        ("tests/parity/names.txt".into(), names(api)),
    ]
}

/// What a rendered page begins with.
const RENDERED: &str = "<!-- Rendered by the crate llsocket-reference: ./dev docs. -->\n";

const LUA_RESULTS: &str = "\
Errors of the operating system are returned, not raised. The results of a call have one of four shapes:

| shape | results | done | again | closed | failed |
|---|---|---|---|---|---|
| E | `err` | `nil` | | | text, errno |
| V | `value, err` | value | | | `nil`, text, errno |
| A | `value, err, again` | value | `nil`, `nil`, `true` | `nil`, `nil`, `false` | `nil`, text, `false`, errno |
| F | `msg, ai, err, again` | msg, ai | `nil`, `nil`, `nil`, `true` | `nil`, `nil`, `nil`, `false` | `nil`, `nil`, text, `false`, errno |

*Again* means that the call would block, that its time has expired, or that a signal interrupted it; *closed* that the peer
has closed the connection. A send that sent a part of its message returns the number of bytes, perhaps 0, then `nil`, `true`.
sendall and recvexactly return what went or came also beside an error that ended them.

A wrong argument is raised as an error. `nil` stands for an optional argument that is left out, except for what an option is
set to: `sock:tcpnodelay(nil)` is raised. So is a constant that no platform has, with the nearest name; one that only other
platforms have is `nil`.
";

const PYTHON_RESULTS: &str = "\
Errors of the operating system are returned, not raised. The results of a call have one of four shapes:

| shape | results | done | again | closed | failed |
|---|---|---|---|---|---|
| E | `err` | `None` | | | an `OSError` |
| V | `value, err` | value, `None` | | | `None`, an `OSError` |
| A | `value, err, again` | value, `None`, `False` | `None`, `None`, `True` | `None`, `None`, `False` | `None`, an `OSError`, `False` |
| F | `msg, ai, err, again` | msg, ai, `None`, `False` | `None`, `None`, `None`, `True` | `None`, `None`, `None`, `False` | `None`, `None`, an `OSError`, `False` |

*Again* means that the call would block, that its time has expired, or that a signal interrupted it; *closed* that the peer
has closed the connection. A send that sent a part of its message returns the number of bytes, perhaps 0, then `None`,
`True`. sendall and recvexactly return what went or came also beside an error that ended them.

The `OSError` is an instance of the subclass that belongs to its errno; for the resolver, `socket.gaierror`. A wrong argument
raises `TypeError`, `ValueError` or `OverflowError`. `None` stands for an optional argument that is left out, except for
what an option is set to: `sock.tcpnodelay(None)` is a TypeError. Flags are given one by one or together, by position or
as `flags`; all that are given are combined.

The error of bind, connect, tryconnect and sendto, and of connect and listen of the modules inet and unix, has the address in
`filename`, as that of `open` has the file.

Audit hooks get the events that Python's own `socket` raises, with the same arguments, before the call is made. What a hook
raises, the call raises, and has no effect; where that is `socket.__new__`, the socket that was opened or accepted is closed:

| event | arguments | calls |
|---|---|---|
| `socket.__new__` | the Socket, family, type, protocol | every call that returns a Socket, before it does |
| `socket.bind` | the Socket, or None; the address | bind; `inet.listen`, `unix.listen` |
| `socket.connect` | the Socket, or None; the address | connect, tryconnect; `inet.connect` for each address, `unix.connect` |
| `socket.sendto` | the Socket, the address | sendto |
| `socket.sendmsg` | the Socket, the address or None | sendfd |
| `socket.getaddrinfo` | host, port, family, type, protocol | getaddrinfo, getaddrinfo6, `inet.connect`, `inet.listen` |
| `socket.getnameinfo` | the address | nameinfo, getnameinfo |
| `socket.gethostname` | | gethostname |
| `socket.getservbyname`, `socket.getservbyport` | name or port, protocol | the functions of these names |

An address is a tuple of host and port (and of flow information and zone, of IPv6), a path, or bytes.
";

fn functions(api: &Api, language: Language) -> String {
    let (title, results) = match language {
        Language::Lua => ("Lua", LUA_RESULTS),
        Language::Python => ("Python", PYTHON_RESULTS),
    };
    let mut page = format!("{RENDERED}\n# llsocket in {title}\n\n{results}");
    let other = "The [options](options.md) and the [constants](constants.md) are described on pages of their own.";
    let _ = writeln!(page, "\n{other}");
    for section in &api.sections {
        let _ = writeln!(page, "\n## {}\n", heading(section, language));
        let _ = writeln!(page, "{}", section.doc.paragraphs.join("\n\n"));
        let (mut group, mut before) = ("", Kind::Function);
        for function in api.of(&section.name).filter(|function| function.is_in(language)) {
            if function.group != group {
                group = &function.group;
                let _ = writeln!(page, "\n### {group}");
            }
            match function.kind {
                Kind::Option => {}
                Kind::Value => {
                    // Values that follow each other are one list.
                    page.push_str(if before == Kind::Value { "" } else { "\n" });
                    value(&mut page, function, language);
                }
                _ => entry(&mut page, function, language),
            }
            before = function.kind;
        }
    }
    page
}

fn heading(section: &Section, language: Language) -> String {
    match language {
        _ if section.is_record => format!("Fields: {}", section.name),
        _ if section.is_module() => format!("Module `{}`", section.name),
        Language::Lua => format!("Objects: {}", section.name.to_lowercase()),
        Language::Python => format!("Class `{}`", section.name),
    }
}

fn value(page: &mut String, value: &Function, language: Language) {
    let Some(output) = value.results.first() else { return };
    let kind = output.kind.given(language);
    let optional = if output.optional { ", or absent" } else { "" };
    let text = value.doc.paragraphs.join(" ");
    let _ = writeln!(page, "- `{}`: {kind}{optional}. {text}", value.name);
}

fn entry(page: &mut String, function: &Function, language: Language) {
    let code = match language {
        Language::Lua => "lua",
        Language::Python => "python",
    };
    let _ = writeln!(page, "\n#### {}\n\n```{code}", function.name.replace('_', "\\_"));
    let _ = writeln!(page, "{}\n```", line(function, language));
    for paragraph in &function.doc.paragraphs {
        let _ = writeln!(page, "\n{paragraph}");
    }
    if !function.args.is_empty() && function.kind != Kind::Special {
        page.push('\n');
        for arg in &function.args {
            let _ = writeln!(page, "- `{}`: {}", arg.name, arg.words(language));
        }
    }
}

/// The call in a line: `len, err, again = sock:send(msg [, flags...])`.
fn line(function: &Function, language: Language) -> String {
    let args = match language {
        Language::Lua => lua_args(function),
        Language::Python => python_args(function),
    };
    let names = function.result_names().join(", ");
    let equals = if names.is_empty() { "" } else { " = " };
    let object = match (function.owner.as_str(), language) {
        ("Socket", Language::Lua) => "sock:",
        ("Socket", Language::Python) => "sock.",
        ("AddrInfo", Language::Lua) => "ai:",
        ("AddrInfo", Language::Python) => "ai.",
        (module, _) => &format!("{module}."),
    };
    let also = match (&function.also, function.args.first(), language) {
        (Some(also), Some(arg), Language::Lua) => {
            format!("\n{names}, {} = {object}{}(true) -- {}", also.name, function.name, arg.name)
        }
        (Some(also), Some(arg), Language::Python) => {
            format!("\n{names}, {} = {object}{}({}=True)", also.name, function.name, arg.name)
        }
        _ => String::new(),
    };
    format!("{names}{equals}{object}{}({args}){also}", function.name)
}

/// `msg [, flags...]`: an argument can only be left out with all that follow it.
fn lua_args(function: &Function) -> String {
    let mut text = String::new();
    let mut open = 0;
    for (index, arg) in function.args.iter().enumerate() {
        if arg.presence != Presence::Required {
            text.push_str(if index == 0 { "[" } else { " [" });
            open += 1;
        }
        text.push_str(if index == 0 { "" } else { ", " });
        text.push_str(&arg.name);
        text.push_str(if arg.presence == Presence::Variadic { ", ..." } else { "" });
    }
    text + &"]".repeat(open)
}

fn python_args(function: &Function) -> String {
    let args = function.args.iter().map(|arg| match &arg.presence {
        Presence::Required => arg.name.clone(),
        Presence::Optional => format!("{}=None", arg.name),
        Presence::Setting => format!("{}=...", arg.name),
        Presence::Default(default) => {
            format!("{}={}", arg.name, literal(default, Language::Python))
        }
        Presence::Variadic if arg.is_flags() => format!("*more, {}=0", arg.name),
        Presence::Variadic => format!("*{}", arg.name),
    });
    args.collect::<Vec<_>>().join(", ")
}

const OPTIONS: &str = "\
# Options

Each option is a method of a socket. Without an argument it returns the option's value; with one it sets the option and
returns the argument: `value, err = sock:rcvbuf(65536)` in Lua, `value, err = sock.rcvbuf(65536)` in Python. If the
platform or the socket's family lacks the option, the error is EOPNOTSUPP. The options are in the order of their levels, then
of their C names; options with a structure for a value are on the pages of [Lua](lua.md#structured-options) and [Python](python.md#structured-options).
";

fn options(api: &Api) -> String {
    let mut page = format!("{RENDERED}\n{OPTIONS}");
    let mut level = "";
    for option in api.functions.iter().filter(|function| function.kind == Kind::Option) {
        let place = option.source.first().and_then(|place| place.split_once('/'));
        let (at, _) = place.unwrap_or_default();
        if at != level {
            level = at;
            let _ = writeln!(page, "\n## {level}");
        }
        let kind = option.results.first().map_or("", |result| result.kind.name());
        let access = match option.access {
            OptionAccess::Read => "can only be read",
            OptionAccess::Write => "can only be set",
            OptionAccess::ReadWrite => "can be read and set",
        };
        let mut places: Vec<_> = option.source.iter().map(|place| format!("`{place}`")).collect();
        places.dedup();
        let _ = writeln!(page, "\n### {}\n", option.name);
        let _ = writeln!(page, "{}", option.doc.paragraphs.join("\n\n"));
        let argument =
            option.args.first().map_or_else(String::new, |arg| format!("`{}`, ", arg.name));
        let _ = writeln!(page, "\n- {argument}{kind}, {access}\n- {}", places.join(" or "));
    }
    page
}

const CONSTANTS: &str = "\
# Constants

The module `llsocket` contains the constants by their C names, with the values of the platform's C headers. A constant
that the headers lack is absent. The names before which no system is given exist on every supported system.
";

fn constants() -> String {
    let mut page = format!("{RENDERED}\n{CONSTANTS}");
    for family in families() {
        let _ = writeln!(page, "\n## {}: {}\n", family.prefix, family.title);
        for systems in systems_of(&family.constants) {
            let of = family.constants.iter().filter(|constant| constant.systems == systems);
            let names: Vec<_> = of.map(|constant| format!("`{}`", constant.name)).collect();
            match systems {
                [] => drop(writeln!(page, "{}\n", names.join(", "))),
                systems => drop(writeln!(page, "{}: {}\n", systems.join(", "), names.join(", "))),
            }
        }
        page.pop();
    }
    page
}

/// The sets of systems, the most common first.
fn systems_of(constants: &[Constant]) -> Vec<&[&'static str]> {
    let mut sets: Vec<_> = constants.iter().map(|constant| &constant.systems[..]).collect();
    sets.sort_by_key(|systems| (!systems.is_empty(), std::cmp::Reverse(systems.len()), *systems));
    sets.dedup();
    sets
}

const NAMES: &str = "\
# Every public name: owner, name, kind, the languages and the systems that have it; of what is called, the
# shape of its results and the names of its arguments, too.
# Rendered by the crate llsocket-reference: ./dev docs.
";

/// The names, for tests that compare them with what the modules really have.
fn names(api: &Api) -> String {
    let mut list = NAMES.to_string();
    for section in &api.sections {
        if section.is_module() && section.name != "llsocket" {
            let _ = writeln!(list, "llsocket {} module both all", section.name);
        }
        if section.is_class() {
            let _ = writeln!(list, "llsocket {} class python all", section.name);
        }
        for function in api.of(&section.name) {
            let kind = match function.kind {
                Kind::Function => "function",
                Kind::Method => "method",
                Kind::Option => "option",
                Kind::Special => "special",
                Kind::Value if section.is_record => "field",
                Kind::Value => "value",
            };
            let languages = match function.only {
                None => "both",
                Some(Language::Lua) => "lua",
                Some(Language::Python) => "python",
            };
            let _ = write!(list, "{} {} {kind} {languages} all", function.owner, function.name);
            if function.kind != Kind::Value {
                let _ = write!(list, " {} {}", shape(function.shape), argument_names(function));
            }
            list.push('\n');
        }
    }
    for constant in families().iter().flat_map(|family| &family.constants) {
        let systems = if constant.systems.is_empty() {
            "all".to_string()
        } else {
            constant.systems.join(",")
        };
        let _ = writeln!(list, "llsocket {} constant both {systems}", constant.name);
    }
    list
}

/// The shape of the results, as `api.txt` writes it.
fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Plain => "plain",
        Shape::E => "E",
        Shape::V => "V",
        Shape::A => "A",
        Shape::F => "F",
    }
}

/// The names of the arguments: `msg,*flags`, or `-` where there are none.
fn argument_names(function: &Function) -> String {
    let names: Vec<_> = function
        .args
        .iter()
        .map(|arg| match arg.presence {
            Presence::Variadic => format!("*{}", arg.name),
            _ => arg.name.clone(),
        })
        .collect();
    if names.is_empty() { "-".to_string() } else { names.join(",") }
}
