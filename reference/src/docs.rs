//! What the core's doc comments say, read from its sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, Expr, Field, FnArg, ImplItem, Item, Lit, Meta, Pat, Signature, Visibility};

use crate::root;

/// What an item does, in paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// The paragraphs; the first one is a sentence.
    pub paragraphs: Vec<String>,
}

impl Doc {
    /// The paragraphs that `lines` make.
    pub(crate) fn from_lines(lines: &[String]) -> Self {
        let mut paragraphs: Vec<String> = Vec::new();
        let mut open = false;
        for line in lines.iter().map(|line| line.trim()) {
            match paragraphs.last_mut() {
                _ if line.is_empty() => open = false,
                Some(paragraph) if open => {
                    paragraph.push(' ');
                    paragraph.push_str(line);
                }
                _ => {
                    paragraphs.push(line.to_string());
                    open = true;
                }
            }
        }
        Self { paragraphs }
    }

    /// The first paragraph.
    pub fn summary(&self) -> &str {
        self.paragraphs.first().map_or("", String::as_str)
    }
}

/// An item of the core: what it says of itself, and what it calls its arguments.
#[derive(Debug)]
struct Documented {
    lines: Vec<String>,
    args: Vec<String>,
    is_function: bool,
}

/// The public items of the core.
#[derive(Debug)]
pub struct Docs(BTreeMap<String, Documented>);

/// The core's sources, whose doc comments are the documentation. A build that uses them depends on
/// them.
pub fn sources() -> Vec<PathBuf> {
    let src = root().join("core/src");
    let mut files: Vec<PathBuf> = fs::read_dir(&src)
        .unwrap_or_else(|error| panic!("{}: {error}", src.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.push(src.join("sys/mod.rs"));
    files.sort();
    files
}

impl Docs {
    /// Reads the core's sources.
    pub fn read() -> Self {
        let mut docs = Self(BTreeMap::new());
        let contents = parse(&root().join("core/src/lib.rs"));
        // The modules that the core shows as such; the items of all others are its own.
        let shown: Vec<_> = contents.items.iter().filter_map(shown_module).collect();
        for path in sources() {
            let file = parse(&path);
            let module = shown.iter().find(|module| is_named(&path, module));
            let module = module.map_or_else(String::new, |module| format!("{module}::"));
            file.items.iter().for_each(|item| docs.add_item(item, &module));
        }
        docs
    }

    /// Whether there is a public item of this path: `Socket::send`, `close`, `device::macaddrs`.
    pub fn has(&self, item: &str) -> bool {
        self.0.contains_key(item)
    }

    /// The public functions, and the methods of sockets and addrinfos: what a script could see.
    pub fn visible(&self) -> impl Iterator<Item = &str> {
        let classes = ["Socket::", "AddrInfo::"];
        self.0.iter().filter(|(_, item)| item.is_function).map(|(path, _)| path.as_str()).filter(
            move |path| {
                !path.starts_with(char::is_uppercase)
                    || classes.iter().any(|class| path.starts_with(class))
            },
        )
    }

    /// What the item calls its arguments.
    pub fn args(&self, item: &str) -> &[String] {
        self.0.get(item).map_or(&[], |item| &item.args)
    }

    /// The item's lines, in which links to other items have become the names that a script of `owner`
    /// knows them by. `names` lists the core's items, each with its owner and name in the API.
    pub(crate) fn lines(
        &self,
        item: &str,
        names: &[(Option<String>, String, String)],
        owner: &str,
    ) -> Vec<String> {
        let (class, _) = item.rsplit_once("::").unwrap_or(("", item));
        let text = self.0.get(item).map_or_else(String::new, |item| item.lines.join("\n"));
        let text = unlink(&text, |text, target| {
            let target = target.replace("Self", class);
            let known = |same_owner: bool| {
                names.iter().find(|(core, of, _)| {
                    core.as_deref() == Some(&*target) && (of == owner || !same_owner)
                })
            };
            match known(true).or_else(|| known(false)) {
                Some((_, of, name)) if of == owner => name.clone(),
                Some((_, of, name)) => format!("{of}.{name}"),
                None => text.to_string(),
            }
        });
        text.lines().map(str::to_string).collect()
    }

    fn add_item(&mut self, item: &Item, module: &str) {
        match item {
            Item::Fn(item) => {
                self.add(
                    format!("{module}{}", item.sig.ident),
                    &item.vis,
                    &item.attrs,
                    Some(&item.sig),
                );
            }
            Item::Const(item) => {
                self.add(format!("{module}{}", item.ident), &item.vis, &item.attrs, None);
            }
            Item::Struct(item) => {
                item.fields.iter().for_each(|field| self.add_field(&item.ident.to_string(), field));
            }
            Item::Impl(item) if item.trait_.is_none() => {
                let syn::Type::Path(class) = &*item.self_ty else { return };
                let Some(class) = class.path.segments.last() else { return };
                for method in &item.items {
                    let ImplItem::Fn(method) = method else { continue };
                    let path = format!("{}::{}", class.ident, method.sig.ident);
                    self.add(path, &method.vis, &method.attrs, Some(&method.sig));
                }
            }
            _ => {}
        }
    }

    fn add_field(&mut self, class: &str, field: &Field) {
        if let Some(name) = &field.ident {
            self.add(format!("{class}::{name}"), &field.vis, &field.attrs, None);
        }
    }

    fn add(
        &mut self,
        path: String,
        visibility: &Visibility,
        attrs: &[Attribute],
        signature: Option<&Signature>,
    ) {
        if matches!(visibility, Visibility::Public(_)) {
            let lines = attrs.iter().filter_map(doc_line).collect();
            let args = signature.map(arg_names).unwrap_or_default();
            self.0.insert(path, Documented { lines, args, is_function: signature.is_some() });
        }
    }
}

fn parse(path: &Path) -> syn::File {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shown_module(item: &Item) -> Option<String> {
    match item {
        Item::Mod(module) if matches!(module.vis, Visibility::Public(_)) => {
            Some(module.ident.to_string())
        }
        _ => None,
    }
}

fn is_named(path: &Path, name: &str) -> bool {
    path.file_stem().is_some_and(|stem| stem == name)
}

fn arg_names(signature: &Signature) -> Vec<String> {
    let names = signature.inputs.iter().filter_map(|arg| match arg {
        FnArg::Typed(arg) => Some(&*arg.pat),
        FnArg::Receiver(_) => None,
    });
    names
        .filter_map(|pattern| match pattern {
            Pat::Ident(name) => Some(name.ident.to_string()),
            _ => None,
        })
        .collect()
}

/// The line of a `///` comment, or of a `#[doc = ".."]`.
fn doc_line(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attr.meta else { return None };
    match &pair.value {
        Expr::Lit(value) if pair.path.is_ident("doc") => match &value.lit {
            Lit::Str(text) => Some(text.value().strip_prefix(' ').unwrap_or(&text.value()).into()),
            _ => None,
        },
        _ => None,
    }
}

/// Puts a name in the place of each link, ``[`text`]`` or ``[`text`](target)``.
fn unlink(text: &str, name: impl Fn(&str, &str) -> String) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        plain.push_str(before);
        let (text, after) = link.split_once("`]").expect("a link ends");
        let (target, after) = match after.strip_prefix('(').and_then(|after| after.split_once(')'))
        {
            Some((target, after)) => (target, after),
            None => (text, after),
        };
        plain.push_str(&name(text, target));
        rest = after;
    }
    plain + rest
}
