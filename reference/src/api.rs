//! The table, read: sections, their rows, and the options of the core's own table among them.

use std::collections::HashMap;

use llsocket_core::{OPTIONS, OptionAccess, OptionKind, OptionSpec};

use crate::docs::{Doc, Docs};
use crate::row::{Arg, Function, Kind, Output, Part, Presence, Shape};
use crate::types::Type;

/// The public API.
#[derive(Debug)]
pub struct Api {
    /// The modules, classes and records.
    pub sections: Vec<Section>,
    /// Every row, and every option behind the rows of a socket.
    pub functions: Vec<Function>,
    /// The core's items that no script sees.
    pub internal: Vec<String>,
}

/// A module, a class or a record.
#[derive(Debug)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// Whether it is the shape of what some function gives.
    pub is_record: bool,
    /// What it is, as written.
    pub text: Vec<String>,
    /// What it is.
    pub doc: Doc,
}

impl Section {
    fn headed(heading: &str) -> Self {
        let record = heading.strip_prefix("record ");
        Self {
            name: record.unwrap_or(heading).to_string(),
            is_record: record.is_some(),
            text: Vec::new(),
            doc: Doc::default(),
        }
    }

    /// Whether it is a class.
    pub fn is_class(&self) -> bool {
        self.name.starts_with(char::is_uppercase)
    }

    /// Whether it is a module.
    pub fn is_module(&self) -> bool {
        !self.is_class() && !self.is_record
    }
}

/// The group in which the options of the table follow the others.
const OPTION_GROUP: &str = "Options";

impl Api {
    /// The API as `api.txt` and the core's tables have it, documented by the core's sources.
    pub fn read() -> Self {
        let mut api = Self::parse(include_str!("../api.txt"));
        api.add_options();
        api.document(&Docs::read());
        api
    }

    /// The rows of one section, in their order.
    pub fn of(&self, section: &str) -> impl Iterator<Item = &Function> {
        self.functions.iter().filter(move |function| function.owner == section)
    }

    fn parse(text: &str) -> Self {
        let mut api = Self { sections: Vec::new(), functions: Vec::new(), internal: Vec::new() };
        let mut group = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(text) = line.strip_prefix("    ") {
                api.last_text().push(text.to_string());
            } else if line.is_empty() {
                if !api.sections.is_empty() {
                    api.last_text().push(String::new());
                }
            } else if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                api.sections.push(Section::headed(name));
                group.clear();
            } else if let Some(title) = line.strip_prefix("-- ") {
                group = title.to_string();
            } else if let Some(item) = line.strip_prefix("core.") {
                api.internal.push(item.to_string());
            } else {
                let is_class = api.sections.last().is_some_and(Section::is_class);
                let mut function = Function::parse(line, is_class);
                function.group.clone_from(&group);
                api.functions.push(function);
            }
        }
        api.sections.retain(|section| section.name != "core");
        api.complete_records();
        api
    }

    /// Fills in the fields of the records that types name.
    fn complete_records(&mut self) {
        let records: HashMap<_, Vec<_>> = self
            .sections
            .iter()
            .filter(|section| section.is_record)
            .map(|section| {
                let fields = self.of(&section.name).map(|field| field.name.clone());
                (section.name.clone(), fields.collect())
            })
            .collect();
        let fields = |name: &str| records.get(name).cloned().unwrap_or_default();
        for function in &mut self.functions {
            function.args.iter_mut().for_each(|arg| arg.kind.complete(&fields));
            let results = function.results.iter_mut().chain(&mut function.also);
            results.for_each(|result| result.kind.complete(&fields));
        }
    }

    /// Where indented text belongs: to the row above, or to the section that has no row yet.
    fn last_text(&mut self) -> &mut Vec<String> {
        let section = self.sections.last_mut().expect("api.txt begins with a section");
        match self.functions.last_mut().filter(|function| function.owner == section.name) {
            Some(function) => &mut function.text,
            None => &mut section.text,
        }
    }

    /// Puts the options of the table behind the last row of their group.
    fn add_options(&mut self) {
        let last = self.functions.iter().rposition(|function| function.group == OPTION_GROUP);
        let at = last.expect("api.txt: a socket has options") + 1;
        self.functions.splice(at..at, OPTIONS.iter().map(option));
    }

    fn document(&mut self, docs: &Docs) {
        for section in &mut self.sections {
            section.doc = Doc::from_lines(&section.text);
        }
        let names: Vec<_> = self
            .functions
            .iter()
            .map(|function| {
                (function.core_item(docs), function.owner.clone(), function.name.clone())
            })
            .collect();
        for (function, (core, ..)) in self.functions.iter_mut().zip(&names) {
            if function.kind == Kind::Option {
                continue;
            }
            let mut lines = match core {
                Some(core) => docs.lines(core, &names, &function.owner),
                None => Vec::new(),
            };
            lines.push(String::new());
            lines.extend(function.text.iter().cloned());
            lines.extend(access_lines(function.access));
            function.doc = Doc::from_lines(&lines);
            function.core.clone_from(core);
        }
    }
}

impl Function {
    /// The core's item that documents it: the one that is named, else the one of the same name.
    fn core_item(&self, docs: &Docs) -> Option<String> {
        if let Some(core) = &self.core {
            assert!(docs.has(core), "api.txt: the core has no {core}, which {} names", self.path());
            return Some(core.clone());
        }
        let namesake = match self.owner.as_str() {
            "addrinfo" => format!("AddrInfo::{}", self.name),
            "llsocket" => format!("netdb::{}", self.name),
            owner => format!("{owner}::{}", self.name),
        };
        docs.has(&namesake).then_some(namesake)
    }
}

/// What follows from an option's access, as a paragraph.
fn access_lines(access: OptionAccess) -> Vec<String> {
    match access {
        OptionAccess::Write => vec![String::new(), "It can only be set.".to_string()],
        OptionAccess::Read | OptionAccess::ReadWrite => Vec::new(),
    }
}

/// What an option's documentation says, and what follows from its row.
fn option_lines(spec: &OptionSpec) -> Vec<String> {
    let mut lines: Vec<_> = spec.doc.lines().map(str::to_string).collect();
    if spec.is_dual {
        lines.push(String::new());
        lines.push("On an IPv6 socket that is not v6only it is set for IPv4, too.".to_string());
    }
    if spec.is_datagram {
        lines.push(String::new());
        lines.push("EOPNOTSUPP on sockets of SOCK_STREAM and SOCK_SEQPACKET.".to_string());
    }
    lines.extend(access_lines(spec.access));
    lines
}

/// The row that an option's specification stands for.
fn option(spec: &OptionSpec) -> Function {
    let kind = Type::parse(match spec.kind {
        OptionKind::Bool => "bool",
        OptionKind::Int | OptionKind::Size => "int",
        OptionKind::Seconds => "seconds",
        OptionKind::Name => "str",
        OptionKind::Interface => "interface",
    })
    .expect("these types are known");
    let presence = match spec.access {
        OptionAccess::Write => Presence::Required,
        OptionAccess::Read | OptionAccess::ReadWrite => Presence::Setting,
    };
    let arg = |name: &&str| Arg {
        name: (*name).to_string(),
        kind: kind.clone(),
        presence: presence.clone(),
    };
    let name = spec.args.first().copied().unwrap_or(match spec.kind {
        OptionKind::Bool => "enabled",
        OptionKind::Int | OptionKind::Size => "number",
        OptionKind::Seconds => "sec",
        OptionKind::Name => "name",
        OptionKind::Interface => "interface",
    });
    Function {
        owner: "Socket".to_string(),
        name: spec.name.to_string(),
        group: OPTION_GROUP.to_string(),
        kind: Kind::Option,
        only: None,
        access: spec.access,
        part: Part::None,
        may_be_closed: false,
        passes: false,
        args: spec.args.iter().map(arg).collect(),
        shape: Shape::V,
        results: vec![Output { name: name.to_string(), kind, optional: false }],
        also: None,
        core: None,
        source: spec.source,
        text: Vec::new(),
        doc: Doc::from_lines(&option_lines(spec)),
    }
}
