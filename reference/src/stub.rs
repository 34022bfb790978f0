//! The stub of the native Python module, for type checkers and editors.
//!
//! The module is flat: a function of the module `inet` is called `_inet_getaddrinfo` in it, and the
//! package's files give it its name.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::api::{Api, Section};
use crate::constants::families;
use crate::help::help;
use crate::row::{Arg, Function, Kind, Language, Presence, Shape};
use crate::types::literal;

const PYTHON: Language = Language::Python;

const HEAD: &str = "\
# Rendered by the crate llsocket-reference: ./dev docs.
import sys
from collections.abc import Sequence
from typing import Any, Final, Literal, TypedDict, TypeVar, final, overload

from _typeshed import FileDescriptorLike, ReadableBuffer, StrOrBytesPath
from typing_extensions import NotRequired, Self
";

/// The stub.
pub(crate) fn files(api: &Api) -> Vec<(PathBuf, String)> {
    let mut stub = HEAD.to_string();
    for section in &api.sections {
        let rows = || api.of(&section.name).filter(|row| row.is_in(PYTHON));
        if section.is_record {
            record(&mut stub, section, rows());
        } else if section.is_class() {
            let _ = writeln!(stub, "\n@final\nclass {}:", section.name);
            docstring(&mut stub, &crate::help::paragraphs(&section.doc.paragraphs, 0), 4);
            rows().for_each(|row| function(&mut stub, row, &row.name, true));
        } else {
            for row in rows() {
                let name = match section.name.as_str() {
                    "llsocket" => row.name.clone(),
                    module => format!("_{module}_{}", row.name),
                };
                match row.kind {
                    Kind::Value => value(&mut stub, row, &name),
                    _ => function(&mut stub, row, &name, false),
                }
            }
        }
    }
    constants(&mut stub);
    vec![("python/llsocket/_llsocket.pyi".into(), stub)]
}

fn record<'a>(stub: &mut String, section: &Section, fields: impl Iterator<Item = &'a Function>) {
    let (first, rest) = section.name.split_at(1);
    let _ = writeln!(stub, "\nclass _{}{rest}(TypedDict):", first.to_uppercase());
    for field in fields {
        let Some(output) = field.results.first() else { continue };
        let kind = output.kind.given(PYTHON);
        let kind = if output.optional { format!("NotRequired[{kind}]") } else { kind };
        let _ = writeln!(stub, "    {}: {kind}", field.name);
    }
}

fn value(stub: &mut String, row: &Function, name: &str) {
    let kind = row.results.first().map_or_else(String::new, |of| of.spelled(PYTHON, false));
    let _ = writeln!(stub, "\n{name}: Final[{kind}]");
}

/// One of the overloads of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Overload {
    /// The function has no others.
    Only,
    /// The first argument asks for one more result.
    More,
    /// The first argument asks for no more.
    NoMore,
}

impl Overload {
    fn of(row: &Function) -> &'static [Self] {
        if row.also.is_some() { &[Self::More, Self::NoMore] } else { &[Self::Only] }
    }
}

/// A function, with all its overloads.
fn function(stub: &mut String, row: &Function, name: &str, is_method: bool) {
    let indent = if is_method { "    " } else { "" };
    if row.passes {
        return passing(stub, row, name);
    }
    let overloads = Overload::of(row);
    for &overload in overloads {
        stub.push('\n');
        if overloads.len() > 1 {
            let _ = writeln!(stub, "{indent}@overload");
        }
        let args = args(row, is_method, overload);
        signature(stub, indent, name, &args, &results(row, overload));
        docstring(stub, &help(row), indent.len() + 4);
    }
}

/// The overloads of a function that takes the result of another one: the argument's type, and the result's.
///
/// The value of shapes A and F is none where the call has to be made again, which `Any` lets a program pass over that
/// knows better.
const PASSES: &[[&str; 2]] = &[
    ["OSError | None", "None"],
    ["tuple[_T | None, OSError | None]", "_T"],
    ["tuple[_T | None, OSError | None, bool]", "_T | Any"],
    ["tuple[_T | None, OSError | None, bool, _U | None]", "tuple[_T | Any, _U | Any]"],
    ["tuple[_T | None, _U | None, OSError | None, bool]", "tuple[_T | Any, _U | Any]"],
];

fn passing(stub: &mut String, row: &Function, name: &str) {
    let _ = writeln!(stub, "\n_T = TypeVar(\"_T\")\n_U = TypeVar(\"_U\")");
    for [argument, result] in PASSES {
        stub.push_str("\n@overload\n");
        let args = [format!("results: {argument}"), "/".to_string()];
        signature(stub, "", name, &args, result);
        docstring(stub, &help(row), 4);
    }
}

/// The columns of the stub.
const WIDTH: usize = 100;

/// The first line, or as many as it takes, as Python's formatters break them.
fn signature(stub: &mut String, indent: &str, name: &str, args: &[String], results: &str) {
    let list = args.join(", ");
    let line = format!("{indent}def {name}({list}) -> {results}:");
    let inner = format!("{indent}    {list}");
    let _ = if line.len() <= WIDTH {
        writeln!(stub, "{line}")
    } else if inner.len() <= WIDTH {
        writeln!(stub, "{indent}def {name}(\n{inner}\n{indent}) -> {results}:")
    } else {
        let list = args.join(&format!(",\n{indent}    "));
        writeln!(stub, "{indent}def {name}(\n{indent}    {list},\n{indent}) -> {results}:")
    };
}

fn args(row: &Function, is_method: bool, overload: Overload) -> Vec<String> {
    let own = is_method.then(|| "self".to_string());
    let given = row.args.iter().flat_map(|arg| match overload {
        Overload::Only => parameters(arg),
        Overload::More => vec![format!("{}: Literal[True]", arg.name)],
        Overload::NoMore => vec![format!("{}: Literal[False] | None = False", arg.name)],
    });
    // What the interpreter calls by itself, it calls without names.
    let positional =
        row.kind == Kind::Special && row.args.iter().any(|arg| arg.presence != Presence::Variadic);
    let end = positional.then(|| "/".to_string());
    own.into_iter().chain(given).chain(end).collect()
}

/// The parameters of an argument: flags are taken by position and by name.
fn parameters(arg: &Arg) -> Vec<String> {
    let kind = arg.kind.taken(PYTHON);
    if arg.is_flags() {
        return vec![format!("*more: {kind} | None"), format!("{}: {kind} | None = 0", arg.name)];
    }
    vec![match &arg.presence {
        Presence::Required => format!("{}: {kind}", arg.name),
        Presence::Variadic => format!("*{}: {kind}", arg.name),
        Presence::Optional => format!("{}: {kind} | None = None", arg.name),
        Presence::Setting => format!("{}: {kind} = ...", arg.name),
        Presence::Default(default) => {
            format!("{}: {kind} | None = {}", arg.name, literal(default, PYTHON))
        }
    }]
}

fn results(row: &Function, overload: Overload) -> String {
    let absent = row.shape != Shape::Plain;
    let mut given: Vec<_> =
        row.results.iter().map(|result| result.spelled(PYTHON, absent)).collect();
    match row.shape {
        Shape::Plain => return given.pop().unwrap_or_else(|| "None".to_string()),
        Shape::E => return "OSError | None".to_string(),
        Shape::V => given.push("OSError | None".to_string()),
        Shape::A | Shape::F => {
            given.extend(["OSError | None", "bool"].map(str::to_string));
        }
    }
    given.extend(
        row.also
            .iter()
            .filter(|_| overload == Overload::More)
            .map(|also| also.spelled(PYTHON, true)),
    );
    format!("tuple[{}]", given.join(", "))
}

fn docstring(stub: &mut String, text: &str, indent: usize) {
    let indent = " ".repeat(indent);
    let lines: Vec<_> = text.lines().map(escaped).collect();
    let _ = match &lines[..] {
        [] => writeln!(stub, "{indent}..."),
        [line] => writeln!(stub, "{indent}\"\"\"{line}\"\"\""),
        [first, rest @ ..] => {
            let _ = writeln!(stub, "{indent}\"\"\"{first}");
            for line in rest {
                let _ = writeln!(stub, "{}", format!("{indent}{line}").trim_end());
            }
            writeln!(stub, "{indent}\"\"\"")
        }
    };
}

fn escaped(line: &str) -> String {
    line.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"")
}

/// The constants, each under the condition that its system is the one at hand.
fn constants(stub: &mut String) {
    let families = families();
    let constants = || families.iter().flat_map(|family| &family.constants);
    let mut sets: Vec<_> = constants().map(|constant| &constant.systems).collect();
    sets.sort_by_key(|systems| (systems.is_empty(), *systems));
    sets.dedup();
    for systems in sets.into_iter().rev() {
        let mut indent = "    ";
        if systems.is_empty() {
            indent = "";
            stub.push('\n');
        } else {
            let conditions: Vec<_> = systems.iter().map(|system| condition(system)).collect();
            let line = format!("if {}:", conditions.join(" or "));
            let _ = match line.len() {
                ..=WIDTH => writeln!(stub, "\n{line}"),
                _ => writeln!(stub, "\nif (\n    {}\n):", conditions.join("\n    or ")),
            };
        }
        for constant in constants().filter(|constant| constant.systems == *systems) {
            let _ = writeln!(stub, "{indent}{}: Final[int]", constant.name);
        }
    }
}

fn condition(system: &str) -> String {
    match system {
        "linux" => "sys.platform == \"linux\"".to_string(),
        "macos" => "sys.platform == \"darwin\"".to_string(),
        system => format!("sys.platform.startswith(\"{system}\")"),
    }
}
