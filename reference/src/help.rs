//! The help that Python shows, and the files of the Python package that are made of names and help alone.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::api::{Api, Section};
use crate::row::{Arg, Function, Kind, Language, Output, Part, Presence, Shape};
use crate::types::literal;

/// The columns of a help text.
const WIDTH: usize = 76;

/// A sentence for every error.
const FAILED: &str = "The error is returned, not raised.";

/// The macro with the help texts, and a file for each module of the package.
pub(crate) fn files(api: &Api) -> Vec<(PathBuf, String)> {
    let modules =
        api.sections.iter().filter(|section| section.is_module() && section.name != "llsocket");
    let mut files = vec![("python/src/doc.rs".into(), doc_macro(api))];
    files.extend(modules.map(|section| {
        (format!("python/llsocket/{}.py", section.name).into(), module(api, section))
    }));
    files
}

/// The source of `macro_rules! doc`, whose arms are the help texts of the Python module.
///
/// `doc!(Socket::send)` is a literal, for `#[doc = doc!(Socket::send)]`, and begins with the signature,
/// as `__text_signature__` expects it; `doc!(Socket)` is that of a class.
fn doc_macro(api: &Api) -> String {
    let mut source = String::from(
        "//! The texts of Python's `help`. Rendered by the crate llsocket-reference: ./dev docs.\n\n\
         macro_rules! doc {\n",
    );
    let mut arm = |path: &str, help: &str| {
        let escaped = help.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = writeln!(source, "    ({path}) => {{\n        \"{escaped}\"\n    }};");
    };
    for section in api.sections.iter().filter(|section| section.is_class()) {
        arm(&section.name, &paragraphs(&section.doc.paragraphs, 0));
    }
    for function in api.functions.iter().filter(|function| function.is_in(Language::Python)) {
        let path = format!("{}::{}", function.owner, function.name);
        match function.kind {
            Kind::Value => {}
            // Python knows the signatures of these.
            Kind::Special => arm(&path, &help(function)),
            _ => arm(&path, &format!("{}\n--\n\n{}", signature(function), help(function))),
        }
    }
    source.push_str("}\n");
    source
}

/// The name and the arguments, as `__text_signature__` has them.
fn signature(function: &Function) -> String {
    let is_method = matches!(function.kind, Kind::Method | Kind::Option);
    let this = is_method.then(|| "$self".to_string());
    let args: Vec<_> = this.into_iter().chain(function.args.iter().map(parameter)).collect();
    format!("{}({})", function.name, args.join(", "))
}

fn parameter(arg: &Arg) -> String {
    let name = &arg.name;
    match &arg.presence {
        Presence::Required => name.clone(),
        Presence::Variadic if arg.is_flags() => format!("*more, {name}=0"),
        Presence::Variadic => format!("*{name}"),
        Presence::Optional => format!("{name}=None"),
        Presence::Setting => format!("{name}=..."),
        Presence::Default(default) => format!("{name}={}", literal(default, Language::Python)),
    }
}

/// A module of the package: the native module has its functions under longer names.
fn module(api: &Api, section: &Section) -> String {
    let rows = api.of(&section.name).filter(|row| row.is_in(Language::Python));
    let mut names: Vec<_> = rows.map(|row| row.name.as_str()).collect();
    names.sort_unstable();
    let mut source = format!(
        "# Rendered by the crate llsocket-reference: ./dev docs.\n\"\"\"{}\"\"\"\n\n",
        section.doc.summary()
    );
    for name in &names {
        let _ = writeln!(source, "from ._llsocket import _{}_{name} as {name}", section.name);
    }
    let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let _ = writeln!(source, "\n__all__ = [{}]", quoted.join(", "));
    source
}

/// What Python's `help` says of a function.
pub(crate) fn help(function: &Function) -> String {
    let mut help = paragraphs(&function.doc.paragraphs, 0);
    if !function.args.is_empty() && function.kind != Kind::Special {
        help.push_str("\n\nArgs:");
        for arg in &function.args {
            if arg.is_flags() {
                let line = format!("*more: {}, by position.", arg.words(Language::Python));
                let _ = write!(help, "\n{}", indented(&line, 4));
                help.push_str("\n    flags: int; the flags together, by name.");
                continue;
            }
            let star = if arg.presence == Presence::Variadic { "*" } else { "" };
            let line = format!("{star}{}: {}.", arg.name, arg.words(Language::Python));
            let _ = write!(help, "\n{}", indented(&line, 4));
        }
    }
    if let Some(results) = results(function) {
        let _ = write!(help, "\n\nReturns:\n{}", indented(&results, 4));
    }
    help
}

/// What comes back, as Python has it.
fn results(function: &Function) -> Option<String> {
    let names = function.result_names().join(", ");
    let given: Vec<_> = function.results.iter().map(given).collect();
    let given = given.join(", ");
    let nothing = vec!["None"; function.results.len()].join(", ");
    let mut text = match function.shape {
        Shape::Plain if function.kind == Kind::Special || given.is_empty() => return None,
        Shape::Plain => return Some(format!("{names}: {given}.")),
        Shape::E => return Some(format!("err: None, or an OSError if the call failed. {FAILED}")),
        Shape::V => {
            return Some(format!(
                "({names}): {given}, None; or {nothing}, an OSError if the call failed. {FAILED}"
            ));
        }
        Shape::A if function.part != Part::None => {
            format!("({names}): {given}, None, False; if a part was done, its {given}, None, True.")
        }
        Shape::A | Shape::F => {
            format!(
                "({names}): {given}, None, False; if the call would block, {nothing}, None, True."
            )
        }
    };
    if function.may_be_closed {
        let _ = write!(text, " If the peer has closed, {nothing}, None, False.");
    }
    let part = if function.part == Part::AlsoBroken { " or a part" } else { "" };
    let _ = write!(text, " If the call failed, {nothing}{part}, an OSError, False. {FAILED}");
    if let (Some(also), Some(arg)) = (&function.also, function.args.first()) {
        let _ = write!(text, " With {} the results are ({names}, {}).", arg.name, also.name);
    }
    Some(text)
}

/// What a result is: its type, or in words what has a type in the stub alone.
fn given(result: &Output) -> String {
    match result.spelled(Language::Python, false) {
        spelled if spelled.contains('_') => result.kind.words(Language::Python),
        spelled => spelled,
    }
}

/// Paragraphs, wrapped and indented, with empty lines between them.
pub(crate) fn paragraphs(paragraphs: &[String], indent: usize) -> String {
    let wrapped: Vec<_> = paragraphs.iter().map(|text| wrap(text, WIDTH, indent, indent)).collect();
    wrapped.join("\n\n")
}

fn indented(text: &str, indent: usize) -> String {
    wrap(text, WIDTH, indent, indent + 4)
}

/// The text in lines of at most `width` columns: the first with one indent, the rest with another.
pub(crate) fn wrap(text: &str, width: usize, first: usize, rest: usize) -> String {
    let mut lines = vec![" ".repeat(first)];
    let mut room = width - first;
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a first line");
        let is_empty = line.trim().is_empty();
        let needed = word.chars().count() + usize::from(!is_empty);
        if needed > room && !is_empty {
            lines.push(format!("{}{word}", " ".repeat(rest)));
            room = (width - rest).saturating_sub(word.chars().count());
        } else {
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            room = room.saturating_sub(needed);
        }
    }
    lines.join("\n")
}
