//! The help that Python shows, and the macro that hands it to the Python module's build.

use std::fmt::Write as _;

use crate::api::Api;
use crate::row::{Function, Kind, Language, Output, Presence, Shape};

/// The columns of a help text.
const WIDTH: usize = 76;

/// What is said of every error.
const FAILED: &str = "It is returned, not raised.";

/// The source of `macro_rules! doc`, whose arms are the help texts of the Python module.
///
/// `doc!(Socket::send)` is a literal, for `#[doc = doc!(Socket::send)]`; `doc!(Socket)` and
/// `doc!(inet)` are those of a class and of a module. Options carry their documentation in the
/// core's table; `doc!(Socket::tcpnodelay)` adds what their argument and results are.
pub fn doc_macro() -> String {
    let api = Api::read();
    let mut source = String::from("macro_rules! doc {\n");
    let mut arm = |path: &str, help: &str| {
        let _ = writeln!(source, "    ({path}) => {{\n        {help:?}\n    }};");
    };
    for section in &api.sections {
        arm(&section.name, &paragraphs(&section.doc.paragraphs, 0));
    }
    for function in api.functions.iter().filter(|function| function.is_in(Language::Python)) {
        if function.kind != Kind::Value {
            arm(&format!("{}::{}", function.owner, function.name), &help(function));
        }
    }
    source.push_str("}\n");
    source
}

/// What Python's `help` says of a function.
pub(crate) fn help(function: &Function) -> String {
    let mut help = paragraphs(&function.doc.paragraphs, 0);
    if !function.args.is_empty() && function.kind != Kind::Special {
        help.push_str("\n\nArgs:");
        for arg in &function.args {
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
        Shape::E => return Some(format!("err: None; for a failure, an OSError. {FAILED}")),
        Shape::V => {
            return Some(format!(
                "({names}): {given}, None. A failure is {nothing}, an OSError. {FAILED}"
            ));
        }
        Shape::A if function.may_be_partial => {
            format!(
                "({names}): {given}, None, False. Less than all is the {given} that went, None, True."
            )
        }
        Shape::A | Shape::F => {
            format!("({names}): {given}, None, False. Nothing yet is {nothing}, None, True.")
        }
    };
    if function.may_be_closed {
        let _ = write!(text, " The peer's end is {nothing}, None, False.");
    }
    let _ = write!(text, " A failure is {nothing}, an OSError, False. {FAILED}");
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
