//! The type files for editors that know Lua (LuaCATS): one for each module that can be required.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::api::{Api, Section};
use crate::constants::families;
use crate::row::{Arg, Function, Kind, Language, Output, Presence, Shape};

const LUA: Language = Language::Lua;

/// The files, in the layout of the language server's add-ons.
pub(crate) fn files(api: &Api) -> Vec<(PathBuf, String)> {
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    let mut module = "";
    for section in &api.sections {
        if section.is_module() {
            close(&mut files, module);
            module = &section.name;
            files.push((place(module), head(api, section)));
        }
        let Some((_, file)) = files.last_mut() else { continue };
        match section {
            _ if section.is_record => record(api, section, file),
            _ if section.is_class() => class(api, section, file),
            _ => functions(api, section, module, file),
        }
    }
    close(&mut files, module);
    files
}

fn place(module: &str) -> PathBuf {
    let library = PathBuf::from("types/library");
    match module {
        "llsocket" => library.join("llsocket.lua"),
        module => library.join("llsocket").join(format!("{module}.lua")),
    }
}

fn close(files: &mut [(PathBuf, String)], module: &str) {
    if let Some((_, file)) = files.last_mut() {
        let _ = writeln!(file, "\nreturn {module}");
    }
}

fn head(api: &Api, section: &Section) -> String {
    let name = match section.name.as_str() {
        "llsocket" => "llsocket".to_string(),
        name => format!("llsocket.{name}"),
    };
    let mut file =
        format!("---@meta {name}\n-- Rendered by the crate llsocket-reference: ./dev docs.\n\n");
    comment(&mut file, &section.doc.paragraphs);
    let values =
        api.of(&section.name).filter(|value| value.kind == Kind::Value && value.is_in(LUA));
    let values: Vec<_> = values.collect();
    if !values.is_empty() {
        let _ = writeln!(file, "---@class {name}.module");
        for value in &values {
            field(&mut file, value);
        }
    }
    if name == "llsocket" {
        for family in families() {
            for constant in &family.constants {
                let _ = match constant.systems.join(", ") {
                    all if all.is_empty() => writeln!(file, "---@field {} integer", constant.name),
                    some => writeln!(file, "---@field {} integer? On {some}.", constant.name),
                };
            }
        }
    }
    let _ = writeln!(file, "local {} = {{}}", section.name);
    if name == "llsocket" {
        let modules = api.sections.iter().filter(|module| module.is_module());
        file.push('\n');
        for module in modules.map(|module| &module.name).filter(|&module| module != "llsocket") {
            let _ = writeln!(file, "llsocket.{module} = require(\"llsocket.{module}\")");
        }
    }
    file
}

fn record(api: &Api, section: &Section, file: &mut String) {
    file.push('\n');
    comment(file, &section.doc.paragraphs);
    let _ = writeln!(file, "---@class llsocket.{}", section.name);
    api.of(&section.name).for_each(|value| field(file, value));
}

fn field(file: &mut String, value: &Function) {
    let spelled = value.results.first().map_or_else(String::new, |kind| kind.spelled(LUA, false));
    let _ = writeln!(file, "---@field {} {spelled} {}", value.name, value.doc.paragraphs.join(" "));
}

fn class(api: &Api, section: &Section, file: &mut String) {
    let name = section.name.to_lowercase();
    file.push('\n');
    comment(file, &section.doc.paragraphs);
    let _ = writeln!(file, "---@class llsocket.{name}");
    let _ = writeln!(file, "local {} = {{}}", section.name);
    functions(api, section, &format!("{}:", section.name), file);
}

fn functions(api: &Api, section: &Section, table: &str, file: &mut String) {
    let callable = |kind| !matches!(kind, Kind::Value | Kind::Special);
    let functions = api.of(&section.name).filter(|function| function.is_in(LUA));
    for function in functions.filter(|function| callable(function.kind)) {
        file.push('\n');
        comment(file, &function.doc.paragraphs);
        if function.passes {
            file.push_str(PASSES);
            let _ = writeln!(file, "function {table}.{}(value, ...) end", function.name);
            continue;
        }
        for arg in &function.args {
            let _ = writeln!(file, "---@param {}", param(arg));
        }
        for result in results(function) {
            let _ = writeln!(file, "---@return {result}");
        }
        if let Some(also) = &function.also {
            overload(file, function, also);
        }
        let names: Vec<_> = function.args.iter().map(name).collect();
        let dot = if table.ends_with(':') { "" } else { "." };
        let _ = writeln!(file, "function {table}{dot}{}({}) end", function.name, names.join(", "));
    }
}

/// The types of a function that gives what it is given.
const PASSES: &str = "\
---@generic T
---@param value T?
---@param ... any
---@return T value
---@return any ...
";

fn name(arg: &Arg) -> &str {
    if arg.presence == Presence::Variadic { "..." } else { &arg.name }
}

fn param(arg: &Arg) -> String {
    let kind = arg.kind.taken(LUA);
    match &arg.presence {
        Presence::Required => format!("{} {kind}", arg.name),
        Presence::Variadic => format!("... {kind} {}, any number of them", arg.name),
        Presence::Optional | Presence::Setting => format!("{}? {kind}", arg.name),
        Presence::Default(default) => format!("{}? {kind} by default {default}", arg.name),
    }
}

fn results(function: &Function) -> Vec<String> {
    let absent = function.shape != Shape::Plain;
    let values = function
        .results
        .iter()
        .map(|result| format!("{} {}", result.spelled(LUA, absent), result.name));
    let state: &[&str] = match function.shape {
        Shape::Plain => &[],
        Shape::E | Shape::V => &["string? err", "integer? errno"],
        Shape::A | Shape::F => &["string? err", "boolean? again", "integer? errno"],
    };
    values.chain(state.iter().map(|&result| result.to_string())).collect()
}

/// The form of a call with one more result, which stands where the errno of a failure does.
fn overload(file: &mut String, function: &Function, also: &Output) {
    let class = format!("llsocket.{}", function.owner.to_lowercase());
    let results = function.results.iter().map(|result| result.spelled(LUA, true));
    let results: Vec<_> = results.collect();
    let arg = function.args.first().map_or("", |arg| &arg.name);
    let _ = writeln!(
        file,
        "---@overload fun(self: {class}, {arg}: true): {}, string?, boolean?, ({}|integer)?",
        results.join(", "),
        also.kind.given(LUA),
    );
}

/// Paragraphs as a comment that the language server shows.
fn comment(file: &mut String, paragraphs: &[String]) {
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if index > 0 {
            file.push_str("---\n");
        }
        for line in crate::help::wrap(paragraph, 96, 0, 0).lines() {
            let _ = writeln!(file, "---{line}");
        }
    }
}
