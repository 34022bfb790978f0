//! The rendered files are those that the sources render.

use std::fs;

use llsocket_reference::{Kind, Language, functions, rendered, root};

/// With `BLESS` in the environment the files are written; without, they are compared.
#[test]
fn what_is_committed_is_what_is_rendered() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut stale = Vec::new();
    for (place, text) in rendered() {
        let path = root().join(&place);
        if fs::read_to_string(&path).is_ok_and(|committed| committed == text) {
            continue;
        }
        if bless {
            fs::create_dir_all(path.parent().expect("a file is in a folder"))
                .expect("a new folder");
            fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
        } else {
            stale.push(place.display().to_string());
        }
    }
    assert!(
        stale.is_empty(),
        "not what the sources render: {}\nrenew them: BLESS=1 cargo test -p llsocket-reference",
        stale.join(", ")
    );
}

/// The macro with the help texts is Rust, and has an arm for every name.
#[test]
fn every_name_of_python_has_help() {
    let mut files = rendered().into_iter();
    let (_, source) = files.find(|(place, _)| place.ends_with("doc.rs")).expect("it is rendered");
    syn::parse_file(&source).expect("the macro is Rust");
    for row in functions().iter().filter(|row| row.is_in(Language::Python)) {
        let arm = format!("    ({}::{}) => {{\n", row.owner, row.name);
        assert!(row.kind == Kind::Value || source.contains(&arm), "{} has no help", row.path());
    }
}
