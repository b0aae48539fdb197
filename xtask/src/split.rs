//! Takes the page's module apart: what a first visit needs, and what may arrive afterwards.
//!
//! The functions marked in the source (`apart!`) and all code that only they reach leave the module
//! for modules of their own (wasm-split), before wasm-bindgen writes the script around the rest. The
//! script that loads them on demand is joined to wasm-bindgen's, so it costs no request.
//!
//! What several of them share wasm-split writes as a module for each set of sharers: hundreds, most of a
//! few kilobytes, and a screen needs a hundred. They become two ([`merge`]): what the list of partners needs, and the rest.

use crate::process::{run, step};
use crate::{merge, tools};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Written by wasm-split, imported by wasm-bindgen's script.
const LINK: &str = "__wasm_split.js";
/// Where its own loading begins in what wasm-split writes; before it stands how the modules meet.
const LOADING: &str = "function makeLoad(";
/// How it declares what loads a part, before the name of the part.
const LOADS: &str = "export const __wasm_split_load_";
/// Brings a module from beside the script, and compiles it while it comes where the server names its type.
const FETCHING: &str = r#"const compiled = (name) => fetch(new URL(name, import.meta.url)).then((file) => {
if (!file.ok) throw new Error(file.status + " " + name);
if (file.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(file);
return file.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
});
"#;
/// Loads the parts.
const PARTS: &str = include_str!("split.js");
/// The part that a page begins with most often besides Today: what it shares comes apart from what only others do, so that
/// nobody waits for that.
const OFTEN: &str = "partners";
/// What parts share, that part among them or not, before their names have one made of their bytes.
const SHARED: [&str; 2] = ["shared_often.wasm", "shared.wasm"];
/// How wasm-split declares what several parts share, before its number; whose it is stands in a comment above.
const SHARES: &str = "const __chunk_";

/// The parts of the page's code.
pub struct Parts {
    /// wasm-bindgen's script, which loads the others.
    pub script: String,
    /// The module of the first load.
    pub module: PathBuf,
    /// The modules loaded afterwards, by the names the script knows them by.
    pub later: Vec<(String, PathBuf)>,
}

/// Takes `module` (as cargo built it, with relocations) apart into `folder`.
///
/// # Errors
/// When a tool fails, or writes something else than expected.
pub fn take_apart(module: &Path, folder: &Path) -> Result<Parts> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    step("taking the module apart");
    let path = crate::paths::path_with(&tools::for_publishing()?)?;
    let name = module.file_stem().and_then(|stem| stem.to_str()).context("a module without a name")?;
    run(Command::new("wasm-split-cli")
        .args(["--out-name", name])
        .args([module, folder])
        .env("PATH", &path)
        .env("RUST_LOG", "warn"))?;
    let bound = folder.join("bound");
    run(Command::new("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--remove-name-section", "--remove-producers-section", "--out-name", name])
        .arg("--out-dir")
        .arg(&bound)
        .arg(folder.join(format!("{name}.wasm")))
        .env("PATH", &path))?;
    let script = fs::read_to_string(bound.join(format!("{name}.js")))?;
    let link = fs::read_to_string(folder.join(LINK))?;
    let mut later = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_part = file_name.starts_with("split_") && file_name.ends_with(".wasm");
        if is_part {
            let bytes = fs::read(&file)?;
            fs::write(&file, without_names(&bytes).context("wasm-split wrote what is no module")?)?;
            later.push((file_name, file));
        }
    }
    let shares = shares(&link)?;
    for (name, is_often) in SHARED.into_iter().zip([true, false]) {
        let files = shares.iter().filter(|share| share.is_often() == is_often);
        let files = files.map(|share| fs::read(folder.join(format!("chunk_{}.wasm", share.number))));
        let merged = merge::merged(&files.collect::<Result<Vec<_>, _>>()?)
            .context("what parts share is not as wasm-split wrote it so far")?;
        fs::write(folder.join(name), merged)?;
        later.push((name.to_owned(), folder.join(name)));
    }
    later.sort();
    Ok(Parts { script: joined(&script, &link)?, module: bound.join(format!("{name}_bg.wasm")), later })
}

/// What some parts share.
struct Share<'link> {
    number: &'link str,
    parts: Vec<&'link str>,
}

impl Share<'_> {
    fn is_often(&self) -> bool {
        self.parts.contains(&OFTEN)
    }
}

fn shares(link: &str) -> Result<Vec<Share<'_>>> {
    let mut parts = Vec::new();
    let mut shares = Vec::new();
    for line in link.lines() {
        if let Some(names) = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")) {
            parts = names.split(", ").collect();
        } else if let Some((number, _)) = line.strip_prefix(SHARES).and_then(|line| line.split_once(' ')) {
            ensure!(!parts.is_empty(), "wasm-split does not say who shares {number}");
            shares.push(Share { number, parts: std::mem::take(&mut parts) });
        }
    }
    Ok(shares)
}

/// wasm-bindgen's script with the loading of the other modules inside.
fn joined(script: &str, link: &str) -> Result<String> {
    let import = format!("from \"./{LINK}\"");
    let (imports, rest): (Vec<&str>, Vec<&str>) = script.lines().partition(|line| line.contains(&import));
    let (meeting, loading) = link.split_once(LOADING).context("wasm-split loads modules in another way")?;
    let names: Vec<&str> =
        loading.lines().filter_map(|line| line.strip_prefix(LOADS)?.split_whitespace().next()).collect();
    ensure!(!names.is_empty(), "wasm-split declares what loads a part in another way");
    let shares = shares(link)?;
    let files: Vec<String> = names
        .iter()
        .map(|name| {
            let needs = |is_often| {
                shares.iter().any(|share| share.is_often() == is_often && share.parts.contains(name))
            };
            let shared = SHARED.into_iter().zip([true, false]).filter(|(_, is_often)| needs(*is_often));
            let shared: String = shared.map(|(file, _)| format!("\"./{file}\", ")).collect();
            format!("{name}: [{shared}\"./split_{name}.wasm\"]")
        })
        .collect();
    let loads: Vec<String> =
        names.iter().map(|name| format!("__wasm_split_load_{name}: part(FILES.{name})")).collect();

    let mut code = rest.join("\n");
    code.push('\n');
    code.push_str(FETCHING);
    code.extend(meeting.lines().filter(|line| !line.starts_with("import ")).flat_map(|line| [line, "\n"]));
    code.push_str(&format!("const FILES = {{ {} }};\n", files.join(", ")));
    code.push_str(PARTS);
    code.push_str(&format!("const parts = {{ {} }};\n", loads.join(", ")));
    for import in imports {
        let name = import.split_whitespace().nth(3).context("an import without a name")?;
        code.push_str(&format!("const {name} = parts;\n"));
    }
    Ok(code)
}

/// The joined script where another `compiled` brings the modules: without the one that fetches them.
pub fn without_fetching(script: &str) -> String {
    script.replace(FETCHING, "")
}

/// A module without its custom sections, which hold names and no code.
pub fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    const HEAD: usize = 8;
    let mut kept = module.get(..HEAD)?.to_vec();
    let mut rest = module.get(HEAD..)?;
    while let Some(&kind) = rest.first() {
        let (length, digits) = leb128(rest.get(1..)?)?;
        let end = 1 + digits + length;
        if kind != 0 {
            kept.extend_from_slice(rest.get(..end)?);
        }
        rest = rest.get(end..)?;
    }
    Some(kept)
}

/// A number as modules write it, seven bits at a time, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let digits = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let number = bytes.get(..digits)?.iter().rev().fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f));
    Some((number, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_leave_a_module_and_code_stays() {
        let module = b"\0asm\x01\0\0\0\x00\x03\x01ab\x0a\x81\x00\x07\x00\x01z";
        assert_eq!(without_names(module).unwrap(), b"\0asm\x01\0\0\0\x0a\x81\x00\x07");
        assert_eq!(without_names(b"\0asm\x01\0\0\0\x0a\x05"), None, "cut off");
    }

    #[test]
    fn the_link_becomes_part_of_the_script() {
        let script =
            "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\nexport { init as default };\n";
        let load =
            |name: &str| format!("export const __wasm_split_load_{name} = wrapAsyncCb(makeLoad(() => {{");
        let link = [
            "import { initSync } from \"./app.js\";",
            "let sharedImports;",
            "function makeLoad(a) {}",
            "/* partners, people */",
            "const __chunk_1 = makeLoad(() => {",
            "/* people, scripts */",
            "const __chunk_12 = makeLoad(() => {",
            &load("people"),
            &load("partners"),
            &load("settings"),
            "",
        ]
        .join("\n");
        let wanted = format!(
            "let wasm;\nexport {{ init as default }};\n{FETCHING}let sharedImports;\n\
             const FILES = {{ people: [\"./shared_often.wasm\", \"./shared.wasm\", \"./split_people.wasm\"], \
             partners: [\"./shared_often.wasm\", \"./split_partners.wasm\"], settings: [\"./split_settings.wasm\"] }};\n{PARTS}\
             const parts = {{ __wasm_split_load_people: part(FILES.people), \
             __wasm_split_load_partners: part(FILES.partners), __wasm_split_load_settings: part(FILES.settings) }};\n\
             const import1 = parts;\n",
        );
        assert_eq!(joined(script, &link).unwrap(), wanted);
        assert_eq!(shares(&link).unwrap().iter().map(|share| share.number).collect::<Vec<_>>(), ["1", "12"]);
        assert!(shares("const __chunk_1 = makeLoad(() => {").is_err(), "nobody's");
        assert!(joined(script, "something else").is_err());
    }
}
