//! One table of the public API, and everything that documents it, rendered.
//!
//! `api.txt` names what a script sees; the core's doc comments say what it does; the core's tables
//! hold the options and the constants. From these come the help of the Python module, the type files
//! of both languages, the reference, and the list of names that the tests compare with the modules.

#![expect(
    clippy::missing_panics_doc,
    reason = "what reads the sources can only end where it cannot; all of it runs in builds and tests"
)]

mod api;
mod constants;
mod docs;
mod help;
mod luacats;
mod pages;
mod row;
mod stub;
mod types;

pub use api::{Api, Section};
pub use docs::{Docs, sources};
pub use row::{Arg, Function, Kind, Language, Presence, Shape};
pub use types::Type;

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Every public function, method, value and option, in the API's order, with its documentation.
pub fn functions() -> Vec<Function> {
    Api::read().functions
}

/// Every rendered file: its place in the workspace, and what it holds.
pub fn rendered() -> Vec<(PathBuf, String)> {
    let api = Api::read();
    let mut files = luacats::files(&api);
    files.extend(stub::files(&api));
    files.extend(help::files(&api));
    files.extend(pages::files(&api));
    files
}
