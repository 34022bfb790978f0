//! Writes the texts of Python's `help`, which come from the reference.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("doc.rs"), llsocket_reference::doc_macro())?;
    for source in llsocket_reference::sources() {
        println!("cargo::rerun-if-changed={}", source.display());
    }
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
