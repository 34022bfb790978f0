//! The table is whole: it names what the core shows, and what the Lua module has, and nothing else.

use std::collections::BTreeSet;
use std::fs;

use llsocket_reference::{Api, Docs, Function, Kind, Language, root};

/// The core's public items, but for what a script has no use of.
#[test]
fn every_item_of_the_core_is_named() {
    let (api, docs) = (Api::read(), Docs::read());
    let named: BTreeSet<_> = api.functions.iter().filter_map(|row| row.core.as_deref()).collect();
    let internal: BTreeSet<_> = api.internal.iter().map(String::as_str).collect();
    let missing: Vec<_> =
        docs.visible().filter(|item| !named.contains(item) && !internal.contains(item)).collect();
    assert!(
        missing.is_empty(),
        "api.txt has no row for these, nor are they under [core]: {missing:?}"
    );
    let gone: Vec<_> = internal.iter().filter(|item| !docs.has(item)).collect();
    assert!(gone.is_empty(), "api.txt has these under [core], and the core has not: {gone:?}");
    let both: Vec<_> = internal.intersection(&named).collect();
    assert!(both.is_empty(), "api.txt has these under [core], and a row for each: {both:?}");
}

#[test]
fn every_name_is_documented() {
    for row in Api::read().functions {
        let (path, summary) = (row.path(), row.doc.summary());
        assert!(!summary.is_empty(), "{path} has neither an item in the core nor a text");
        assert!(summary.starts_with(|first: char| !first.is_lowercase()), "{path}: {summary}");
        assert!(summary.ends_with(['.', '…', '`']), "{path}: its first paragraph is a sentence");
        let text = row.doc.paragraphs.join(" ");
        let is_path = |(before, after): (&str, &str)| {
            before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic)
        };
        assert!(!text.split_once("::").is_some_and(is_path), "{path} speaks of Rust: {text}");
        for word in ["Self", "[`", "Option<", "&self"] {
            assert!(!text.contains(word), "{path} speaks of Rust: {word}");
        }
    }
}

/// What a doc comment of the core calls an argument is what a script calls it.
#[test]
fn arguments_have_one_name() {
    let docs = Docs::read();
    for row in Api::read().functions {
        let Some(core) = &row.core else { continue };
        let named: BTreeSet<_> = row.args.iter().map(|arg| arg.name.as_str()).collect();
        let text = row.doc.paragraphs.join(" ");
        for arg in docs.args(core).iter().filter(|arg| !named.contains(arg.as_str())) {
            let spoken = text.contains(&format!("`{arg}`"));
            assert!(!spoken, "{core} speaks of `{arg}`, which {} does not have", row.path());
        }
    }
}

#[test]
fn no_name_is_there_twice() {
    let mut names = BTreeSet::new();
    for row in Api::read().functions {
        assert!(names.insert(row.path()), "{} stands twice in api.txt", row.path());
    }
}

#[test]
fn the_lua_module_has_these_names() {
    let module = lua_names();
    let table: BTreeSet<_> = Api::read()
        .functions
        .iter()
        .filter(|row| row.is_in(Language::Lua))
        .filter(|row| !matches!(row.kind, Kind::Value | Kind::Option))
        .map(Function::path)
        .collect();
    let unlisted: Vec<_> = module.difference(&table).collect();
    assert!(unlisted.is_empty(), "in lua/ and not in api.txt: {unlisted:?}");
    let unbound: Vec<_> = table.difference(&module).collect();
    assert!(unbound.is_empty(), "in api.txt and not in lua/: {unbound:?}");
}

/// The names in the lists of `lua/src`, which say what each table of Lua's holds.
fn lua_names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["lua/src", "lua/src/ffi"] {
        for entry in fs::read_dir(root().join(folder)).expect("the sources are there") {
            let path = entry.expect("an entry of the folder").path();
            let Some(file) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
            let Ok(text) = fs::read_to_string(&path) else { continue };
            for item in text.split("const ").skip(1) {
                let Some((list, item)) = item.split_once(':') else { continue };
                let Some(owner) = owner(file, list) else { continue };
                let (item, _) = item.split_once(";\n").expect("a constant ends");
                names.extend(listed(item).map(|name| format!("{owner}.{name}")));
            }
        }
    }
    names
}

/// The table that a list of a file fills, as `lua/src/modules.rs` says.
fn owner<'a>(file: &'a str, list: &str) -> Option<&'a str> {
    Some(match (file, list) {
        // The options stand there in a macro, and here in the table of the core.
        ("options", _) => return None,
        ("resolve", "INET") => "inet",
        ("resolve", "UNIX") => "unix",
        ("resolve", "ADDRINFO") | ("address", "FUNCTIONS") => "addrinfo",
        ("netdb", "FUNCTIONS") => "llsocket",
        (file, "FUNCTIONS") => file,
        ("address" | "resolve", "METHODS" | "METAMETHODS") | (_, "ADDRINFO_ALIASES") => "AddrInfo",
        (_, "METHODS" | "METAMETHODS" | "FINALIZERS" | "SOCKET_ALIASES") => "Socket",
        _ => return None,
    })
}

/// The names in `functions!(Kind: name, name = function)` and in `(c"name", function)`.
fn listed(item: &str) -> impl Iterator<Item = &str> {
    let called = item
        .split("functions!(")
        .skip(1)
        .filter_map(|list| list.split_once(')')?.0.split_once(':'))
        .flat_map(|(_, list)| list.split(','))
        .filter_map(|entry| entry.split('=').next())
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let given = item.split("(c\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
    called.chain(given)
}
