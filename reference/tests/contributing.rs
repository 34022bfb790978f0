//! The diffs in CONTRIBUTING.md show code that exists.

use std::fs;

use llsocket_reference::root;

/// One file's part of a diff: its path, and its text after the change.
struct Hunk {
    path: String,
    after: String,
}

/// The hunks of every block of CONTRIBUTING.md that is marked as a diff.
fn hunks() -> Vec<Hunk> {
    let page = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("CONTRIBUTING.md");
    let mut hunks: Vec<Hunk> = Vec::new();
    for block in page.split("```diff\n").skip(1) {
        let (block, _) = block.split_once("```").expect("a block ends");
        for line in block.lines() {
            if let Some(path) = line.strip_prefix("--- ") {
                hunks.push(Hunk { path: path.to_string(), after: String::new() });
            } else if let Some(text) = line.strip_prefix(['+', ' ']) {
                let hunk = hunks.last_mut().expect("a diff begins with a path");
                hunk.after.push_str(text);
                hunk.after.push('\n');
            }
        }
    }
    hunks
}

#[test]
fn the_diffs_are_of_code_that_exists() {
    let hunks = hunks();
    assert!(hunks.len() > 10, "CONTRIBUTING.md shows each common change as a diff");
    for Hunk { path, after } in hunks {
        let source = fs::read_to_string(root().join(&path)).unwrap_or_default();
        // A list may have more before its first entry, and behind its last.
        let has_it = source.contains(after.trim());
        assert!(has_it, "CONTRIBUTING.md: {path} has no such lines:\n{after}");
    }
}
