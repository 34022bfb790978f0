//! The table names every public item of the core once, and documents it. The tests of each language
//! compare the names with what its module has.

use std::collections::BTreeSet;

use llsocket_reference::{Api, Docs};

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
