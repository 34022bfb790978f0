//! The types of arguments and results, and how each language spells them.

use crate::row::{Arg, Function, Language, Output, Presence, Shape};

/// A type, as a row composes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `name`: one of [`SPELLINGS`].
    Plain(&'static Spelling),
    /// `name`: one of [`ALIASES`], and what it stands for.
    Alias(&'static Alias, Box<Self>),
    /// `[type]`: a list.
    List(Box<Self>),
    /// `{str: type}`: values by names.
    Map(Box<Self>),
    /// `{name}`: a record, and its fields once all sections are read.
    Record(String, Vec<String>),
    /// `type|type`: one of several.
    Union(Vec<Self>),
}

/// How the languages spell a type that has no parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Spelling {
    name: &'static str,
    /// As an argument and as a result.
    lua: [&'static str; 2],
    python: [&'static str; 2],
    /// As an argument, in words.
    words: [&'static str; 2],
}

/// A name for a type where it has a meaning of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct Alias {
    name: &'static str,
    stands_for: &'static str,
    /// As an argument, in words.
    words: [&'static str; 2],
}

/// One line for each type without parts: its name; in Lua and in Python as an argument, as a result, and in words.
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
        "addrinfo",
        ["llsocket.addrinfo|llsocket.addrinfo[]", "llsocket.addrinfo"],
        ["AddrInfo | Sequence[AddrInfo]", "AddrInfo"],
        ["addrinfo, or a list of them", "AddrInfo, or a sequence of them"],
    ),
    spell("socket", ["llsocket.socket"; 2], ["Socket"; 2], ["socket", "Socket"]),
    spell(
        "file",
        ["integer|file*|llsocket.socket", "integer"],
        ["FileDescriptorLike", "int"],
        ["descriptor, file or socket", "descriptor, or an object with fileno()"],
    ),
    spell(
        "host",
        ["string|nil", "string"],
        ["str | None", "str"],
        ["string, or nil for none", "str, or None for none"],
    ),
    spell("function", ["function"; 2], ["object"; 2], ["function"; 2]),
    spell("any", ["any"; 2], ["object"; 2], ["value of any type"; 2]),
    spell("self", ["llsocket.socket"; 2], ["Self"; 2], ["socket itself"; 2]),
];

/// One line for each alias: its name, what it stands for, and in words.
const ALIASES: &[Alias] = &[
    alias("port", "int|str", ["integer, or its digits in a string", "int, or its digits in a str"]),
    alias("service", "str|int", ["port, or a service's name", "port, or a service's name"]),
    alias(
        "address",
        "str|addrinfo",
        ["address in numbers, or an addrinfo", "address in numbers, or an AddrInfo"],
    ),
    alias("interface", "str|int", ["interface's name, index or address"; 2]),
    alias("octets", "bytes", ["string of bytes", "bytes-like object"]),
    alias("value", "int|bytes", ["integer, or a string of bytes", "int, or a bytes-like object"]),
    alias(
        "range",
        "[int]",
        ["list of the lowest and the highest", "sequence of the lowest and the highest"],
    ),
    alias(
        "addresses",
        "[str|addrinfo]",
        [
            "list of addresses in numbers, or of addrinfos",
            "sequence of addresses in numbers, or of AddrInfos",
        ],
    ),
    alias("program", "[[int]]", ["list of {code, jt, jf, k}", "sequence of (code, jt, jf, k)"]),
];

const fn spell(
    name: &'static str,
    lua: [&'static str; 2],
    python: [&'static str; 2],
    words: [&'static str; 2],
) -> Spelling {
    Spelling { name, lua, python, words }
}

const fn alias(name: &'static str, stands_for: &'static str, words: [&'static str; 2]) -> Alias {
    Alias { name, stands_for, words }
}

/// Where a type stands.
#[derive(Clone, Copy)]
enum Position {
    Argument,
    Result,
}

impl Type {
    /// The type that `text` composes, if its names are known.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let [one, more @ ..] = &*alternatives(text)
            && !more.is_empty()
        {
            let types = [one].into_iter().chain(more).map(|text| Self::parse(text));
            return types.collect::<Option<_>>().map(Self::Union);
        }
        let within = |open, close| text.strip_prefix(open)?.strip_suffix(close);
        if let Some(item) = within('[', ']') {
            return Self::parse(item).map(|item| Self::List(Box::new(item)));
        }
        if let Some(inner) = within('{', '}') {
            return match inner.split_once(':') {
                Some(("str", value)) => Self::parse(value).map(|value| Self::Map(Box::new(value))),
                Some(_) => None,
                None => Some(Self::Record(inner.to_string(), Vec::new())),
            };
        }
        if let Some(alias) = ALIASES.iter().find(|alias| alias.name == text) {
            return Self::parse(alias.stands_for).map(|of| Self::Alias(alias, Box::new(of)));
        }
        SPELLINGS.iter().find(|spelling| spelling.name == text).map(Self::Plain)
    }

    /// Fills in the fields of its records.
    ///
    /// # Panics
    /// Where `fields` knows none of a record's name.
    pub(crate) fn complete(&mut self, fields: &impl Fn(&str) -> Vec<String>) {
        match self {
            Self::Plain(_) => {}
            Self::Alias(_, of) | Self::List(of) | Self::Map(of) => of.complete(fields),
            Self::Union(types) => types.iter_mut().for_each(|of| of.complete(fields)),
            Self::Record(name, names) => {
                *names = fields(name);
                assert!(!names.is_empty(), "api.txt: no [record {name}]");
            }
        }
    }

    /// Its name in the table; empty where it has none.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Plain(spelling) => spelling.name,
            Self::Alias(alias, _) => alias.name,
            _ => "",
        }
    }

    /// Its spelling as the type of an argument.
    pub fn taken(&self, language: Language) -> String {
        self.spelled(language, Position::Argument)
    }

    /// Its spelling as the type of a result.
    pub fn given(&self, language: Language) -> String {
        self.spelled(language, Position::Result)
    }

    fn spelled(&self, language: Language, position: Position) -> String {
        let inner = |of: &Self| of.spelled(language, position);
        match (self, language) {
            (Self::Plain(Spelling { lua, .. }), Language::Lua) => {
                lua[position as usize].to_string()
            }
            (Self::Plain(Spelling { python, .. }), Language::Python) => {
                python[position as usize].to_string()
            }
            (Self::Alias(_, of), _) => inner(of),
            (Self::List(of), Language::Lua) => match inner(of) {
                item if item.contains('|') => format!("({item})[]"),
                item => format!("{item}[]"),
            },
            (Self::List(of), Language::Python) => match position {
                Position::Argument => format!("Sequence[{}]", inner(of)),
                Position::Result => format!("list[{}]", inner(of)),
            },
            (Self::Map(of), Language::Lua) => format!("table<string, {}>", inner(of)),
            (Self::Map(of), Language::Python) => format!("dict[str, {}]", inner(of)),
            (Self::Record(name, _), Language::Lua) => format!("llsocket.{name}"),
            (Self::Record(name, _), Language::Python) => {
                let (first, rest) = name.split_at(1);
                format!("_{}{rest}", first.to_uppercase())
            }
            (Self::Union(types), Language::Lua) => joined(types, "|", inner),
            (Self::Union(types), Language::Python) => joined(types, " | ", inner),
        }
    }

    /// What it is, in words.
    pub fn words(&self, language: Language) -> String {
        let inner = |of: &Self| of.words(language);
        match (self, language) {
            (
                Self::Plain(Spelling { words, .. }) | Self::Alias(Alias { words, .. }, _),
                Language::Lua,
            ) => words[0].to_string(),
            (
                Self::Plain(Spelling { words, .. }) | Self::Alias(Alias { words, .. }, _),
                Language::Python,
            ) => words[1].to_string(),
            (Self::List(of), _) => format!("list of {}", inner(of)),
            (Self::Map(of), Language::Lua) => format!("table of {} by name", inner(of)),
            (Self::Map(of), Language::Python) => format!("dict of {} by name", inner(of)),
            (Self::Record(_, fields), Language::Lua) => format!("{{{}}}", fields.join(", ")),
            (Self::Record(_, fields), Language::Python) => format!("dict ({})", fields.join(", ")),
            (Self::Union(types), _) => joined(types, " or ", inner),
        }
    }
}

fn joined(types: &[Type], separator: &str, spelled: impl Fn(&Type) -> String) -> String {
    types.iter().map(spelled).collect::<Vec<_>>().join(separator)
}

/// The parts of `text` between bars that stand in no brackets.
fn alternatives(text: &str) -> Vec<&str> {
    let mut depth = 0;
    text.split(|character| {
        match character {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        character == '|' && depth == 0
    })
    .collect()
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
            Presence::Required => words,
            Presence::Optional | Presence::Setting => format!("{words}; optional"),
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
            (false, _) => spelled,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(text: &str) -> [String; 4] {
        let of = Type::parse(text).expect(text);
        let [lua, python] = [Language::Lua, Language::Python];
        [of.taken(lua), of.given(lua), of.taken(python), of.given(python)]
    }

    #[test]
    fn parts_are_spelled_as_each_language_composes_them() {
        let lua = "(integer|string)[]";
        let python = ["Sequence[int | ReadableBuffer]", "list[int | bytes]"];
        assert_eq!(spellings("[int|bytes]"), [lua, lua, python[0], python[1]]);
        let lua = "table<string, integer[]>";
        assert_eq!(
            spellings("{str: [int]}"),
            [lua, lua, "dict[str, Sequence[int]]", "dict[str, list[int]]"]
        );
        let (lua, python) = ("llsocket.ifaddr|boolean", "_Ifaddr | bool");
        assert_eq!(spellings("{ifaddr}|bool"), [lua, lua, python, python]);
    }

    #[test]
    fn unknown_types_are_refused() {
        for text in ["", "in", "[in]", "[int", "int]", "int|", "[[int]", "{int: int}", "{str: in}"]
        {
            assert_eq!(Type::parse(text), None, "{text}");
        }
    }

    #[test]
    #[should_panic(expected = "no [record ifadr]")]
    fn unknown_records_are_refused() {
        let mut of = Type::parse("[{ifadr}]").expect("a type");
        of.complete(&|_| Vec::new());
    }

    #[test]
    fn aliases_stand_for_types() {
        assert!(ALIASES.iter().all(|alias| Type::parse(alias.name).is_some()));
    }
}
