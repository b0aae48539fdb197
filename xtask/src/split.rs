//! Takes the page's module apart: what a first visit needs, and what may arrive afterwards.
//!
//! The functions marked in the source (`apart!`) and all code that only they reach leave the module
//! for modules of their own (wasm-split), before wasm-bindgen writes the script around the rest. The
//! script that loads them on demand is joined to wasm-bindgen's, so it costs no request.
//!
//! What several of them share wasm-split writes as a module for each set of sharers: hundreds, most of a
//! few kilobytes, and a screen needs a hundred. They become one ([`merge`]).

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
/// What parts share, before its name has one made of its bytes.
const SHARED_FILE: &str = "shared.wasm";
/// How wasm-split names what several modules share.
const SHARED: &str = "chunk_";

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
    let (mut later, mut shared) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if file_name.starts_with(SHARED) {
            shared.push(file);
        } else if file_name.ends_with(".wasm") && file.file_stem() != module.file_stem() {
            let bytes = fs::read(&file)?;
            fs::write(&file, without_names(&bytes).context("wasm-split wrote what is no module")?)?;
            later.push((file_name, file));
        }
    }
    shared.sort();
    let shared = shared.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
    let file = folder.join(SHARED_FILE);
    fs::write(
        &file,
        merge::merged(&shared).context("what parts share is not as wasm-split wrote it so far")?,
    )?;
    later.push((SHARED_FILE.to_owned(), file));
    later.sort();
    Ok(Parts { script: joined(&script, &link)?, module: bound.join(format!("{name}_bg.wasm")), later })
}

/// wasm-bindgen's script with the loading of the other modules inside.
fn joined(script: &str, link: &str) -> Result<String> {
    let import = format!("from \"./{LINK}\"");
    let (imports, rest): (Vec<&str>, Vec<&str>) = script.lines().partition(|line| line.contains(&import));
    let (meeting, loading) = link.split_once(LOADING).context("wasm-split loads modules in another way")?;
    let names: Vec<&str> =
        loading.lines().filter_map(|line| line.strip_prefix(LOADS)?.split_whitespace().next()).collect();
    ensure!(!names.is_empty(), "wasm-split declares what loads a part in another way");
    let files: Vec<String> = names.iter().map(|name| format!("{name}: \"./split_{name}.wasm\"")).collect();
    let loads: Vec<String> =
        names.iter().map(|name| format!("__wasm_split_load_{name}: part(FILES.{name})")).collect();

    let mut code = rest.join("\n");
    code.push('\n');
    code.push_str(FETCHING);
    code.extend(meeting.lines().filter(|line| !line.starts_with("import ")).flat_map(|line| [line, "\n"]));
    code.push_str(&format!(
        "const SHARED = \"./{SHARED_FILE}\";\nconst FILES = {{ {} }};\n",
        files.join(", ")
    ));
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
        let link = "import { initSync } from \"./app.js\";\nlet sharedImports;\nfunction makeLoad(a) {}\n\
                    const __chunk_1 = makeLoad(() => {}, []);\n\
                    export const __wasm_split_load_people = wrapAsyncCb(makeLoad(() => {}, [__chunk_1]));\n";
        let wanted = format!(
            "let wasm;\nexport {{ init as default }};\n{FETCHING}let sharedImports;\n\
             const SHARED = \"./shared.wasm\";\nconst FILES = {{ people: \"./split_people.wasm\" }};\n{PARTS}\
             const parts = {{ __wasm_split_load_people: part(FILES.people) }};\nconst import1 = parts;\n",
        );
        assert_eq!(joined(script, link).unwrap(), wanted);
        assert!(joined(script, "something else").is_err());
    }
}
