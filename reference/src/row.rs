//! A row of the table: how it is written, and what it says.

use llsocket_core::OptionAccess;

use crate::docs::Doc;
use crate::types::Type;

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A function of a module.
    Function,
    /// A method of a class.
    Method,
    /// A method of a socket that sets an option, or asks for it.
    Option,
    /// What the language calls by itself: `__tostring`, `__repr__`.
    Special,
    /// A value in a module, or a field of a record.
    Value,
}

/// A language that has the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Lua.
    Lua,
    /// Python.
    Python,
}

/// How the results stand, as the README's table of shapes says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The result alone, or nothing: the call cannot fail.
    Plain,
    /// `err`.
    E,
    /// `value, err`.
    V,
    /// `value, err, again`.
    A,
    /// `msg, ai, err, again`.
    F,
}

/// Whether a part may be done of what was asked for, so that the value says how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is done as a whole.
    None,
    /// A part may be done, and the rest is for the next call.
    Again,
    /// The same, and a part may stand beside an error.
    AlsoBroken,
}

/// Whether an argument must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may be absent.
    Optional,
    /// It may be left out, but nil or None does not stand for its absence: what an option is set to.
    Setting,
    /// It may be absent, and is then this.
    Default(String),
    /// Any number of them.
    Variadic,
}

/// An argument.
#[derive(Clone, Debug)]
pub struct Arg {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: Type,
    /// Whether it must be there.
    pub presence: Presence,
}

/// A result.
#[derive(Clone, Debug)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: Type,
    /// Whether it may be absent where the call is done.
    pub optional: bool,
}

/// A public name, and all that is known about it.
#[derive(Clone, Debug)]
pub struct Function {
    /// The module, class or record that has it.
    pub owner: String,
    /// Its name.
    pub name: String,
    /// The group of the section that it stands in: Lifecycle, Addresses, ...; empty where there is none.
    pub group: String,
    /// What it is.
    pub kind: Kind,
    /// The language that alone has it.
    pub only: Option<Language>,
    /// Whether it can be read and set, of an option; of anything else, both.
    pub access: OptionAccess,
    /// Whether a part may be done.
    pub part: Part,
    /// Whether the peer's end of the connection is one of the results.
    pub may_be_closed: bool,
    /// Whether the results have the types of what is given, as those of `must` have.
    pub passes: bool,
    /// The arguments.
    pub args: Vec<Arg>,
    /// How the results stand.
    pub shape: Shape,
    /// The results, without err and again.
    pub results: Vec<Output>,
    /// One more result, where the one argument is true.
    pub also: Option<Output>,
    /// The core's item that it stands for.
    pub core: Option<String>,
    /// Where the kernel keeps an option, as `level/option`; empty for anything else.
    pub source: &'static [&'static str],
    /// What the row's own text says.
    pub text: Vec<String>,
    /// What it does.
    pub doc: Doc,
}

impl Arg {
    /// Whether it is all flags together, which Python takes by name, too.
    pub(crate) fn is_flags(&self) -> bool {
        self.presence == Presence::Variadic && self.name == "flags"
    }
}

impl Function {
    /// Whether `language` has it.
    pub fn is_in(&self, language: Language) -> bool {
        self.only.is_none_or(|only| only == language)
    }

    /// `owner.name`.
    pub fn path(&self) -> String {
        format!("{}.{}", self.owner, self.name)
    }

    /// The row in `line`: `section.name(arguments) -> results ; marks`, or `section.name: type`.
    pub(crate) fn parse(line: &str, is_class: bool) -> Self {
        let (row, marks) = line.split_once(';').unwrap_or((line, ""));
        let call = row.find('(').filter(|&at| row.find(':').is_none_or(|colon| at < colon));
        let end = call.or_else(|| row.find(':')).unwrap_or_else(|| bad(line, "no type"));
        let (owner, name) =
            row[..end].split_once('.').unwrap_or_else(|| bad(line, "no section before the name"));
        let mut function = Self {
            owner: owner.to_string(),
            name: name.to_string(),
            group: String::new(),
            kind: Kind::Value,
            only: None,
            access: OptionAccess::ReadWrite,
            part: Part::None,
            may_be_closed: false,
            passes: false,
            args: Vec::new(),
            shape: Shape::Plain,
            results: Vec::new(),
            also: None,
            core: None,
            source: &[],
            text: Vec::new(),
            doc: Doc::default(),
        };
        if call.is_some() {
            function.kind = match (name.starts_with("__"), is_class) {
                (true, _) => Kind::Special,
                (false, true) => Kind::Method,
                (false, false) => Kind::Function,
            };
            let (args, results) =
                row[end + 1..].split_once(')').unwrap_or_else(|| bad(line, "no end of arguments"));
            function.args = items(args).map(|item| arg(item, line)).collect();
            function.parse_results(results, line);
        } else {
            function.results = vec![output(&format!("value{}", &row[end..]), line)];
        }
        function.parse_marks(marks, line);
        function
    }

    fn parse_results(&mut self, text: &str, line: &str) {
        let Some((_, text)) = text.split_once("->") else { return };
        let text = text.trim();
        let (shape, outputs) = match text.split_once(' ').unwrap_or((text, "")) {
            ("E", rest) => (Shape::E, rest),
            ("V", rest) => (Shape::V, rest),
            ("A", rest) => (Shape::A, rest),
            ("F", rest) => (Shape::F, rest),
            _ => (Shape::Plain, text),
        };
        self.shape = shape;
        self.results = items(outputs).map(|item| output(item, line)).collect();
    }

    fn parse_marks(&mut self, marks: &str, line: &str) {
        let mut words = marks.split_whitespace();
        while let Some(word) = words.next() {
            match word {
                "Lua" => self.only = Some(Language::Lua),
                "Python" => self.only = Some(Language::Python),
                "write" => self.access = OptionAccess::Write,
                "partial" => self.part = Part::Again,
                "broken" => self.part = Part::AlsoBroken,
                "closed" => self.may_be_closed = true,
                "passes" => self.passes = true,
                "core" => self.core = words.next().map(str::to_string),
                "also" => {
                    let text =
                        [words.next(), words.next()].map(Option::unwrap_or_default).join(" ");
                    self.also = Some(output(&text, line));
                }
                _ => bad(line, "an unknown mark"),
            }
        }
    }
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn arg(item: &str, line: &str) -> Arg {
    let (name, rest) = item.split_once(':').unwrap_or_else(|| bad(line, "no type of an argument"));
    let (kind, default) = match rest.split_once('=') {
        Some((kind, default)) => (kind.trim(), Some(default.trim().to_string())),
        None => (rest.trim(), None),
    };
    let (name, many) = name.strip_prefix('*').map_or((name, false), |name| (name, true));
    let (kind, setting) = kind.strip_suffix('!').map_or((kind, false), |kind| (kind, true));
    let (kind, optional) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
    let presence = match default {
        _ if setting => Presence::Setting,
        Some(default) => Presence::Default(default),
        None if many => Presence::Variadic,
        None if optional => Presence::Optional,
        None => Presence::Required,
    };
    Arg { name: name.to_string(), kind: type_named(kind, line), presence }
}

fn output(item: &str, line: &str) -> Output {
    let (name, kind) = item.split_once(':').unwrap_or_else(|| bad(line, "no type of a result"));
    let kind = kind.trim();
    let (kind, optional) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
    Output { name: name.trim().to_string(), kind: type_named(kind, line), optional }
}

fn type_named(name: &str, line: &str) -> Type {
    Type::parse(name).unwrap_or_else(|| bad(line, "an unknown type"))
}

fn bad<T>(line: &str, what: &str) -> T {
    panic!("api.txt: {what}: {line}")
}
