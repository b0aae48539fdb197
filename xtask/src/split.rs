//! Takes the page's module apart: what a first visit needs, and what may arrive afterwards.
//!
//! The functions marked in the source (`apart!`) and all code that only they reach leave the module
//! for modules of their own (wasm-split), before wasm-bindgen writes the script around the rest. The
//! script that loads them on demand is joined to wasm-bindgen's, so it costs no request.
//!
//! What several of them share wasm-split writes as a module for each set of sharers: hundreds, most of a
//! few kilobytes, and a screen needs a hundred. They travel in one file and are cut out of it ([`Pack`]).

use crate::process::{run, step};
use crate::tools;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Written by wasm-split, imported by wasm-bindgen's script.
const LINK: &str = "__wasm_split.js";
/// Fails where a server does not name the type of the file.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
const FETCHED: &str = "src.then((bytes) => WebAssembly.instantiate(bytes, imports))";
/// How wasm-split's script names a module, around the name.
const ADDRESSED: [&str; 2] = ["fetch(new URL(\"./", "\", import.meta.url))"];
/// Fetches a module, or the pack, from beside the script.
const FETCHING: &str = r#"function whole(name) {
return fetch(new URL(name, import.meta.url)).then((file) => {
if (!file.ok) throw new Error(file.status + " " + name);
return file.arrayBuffer();
});
}
"#;
/// Cuts a module out of the pack.
const CUTTING: &str = r#"let pack;
function cut(start, length) {
    pack ??= whole("./PACK");
    pack.catch(() => { pack = undefined; });
    return pack.then((bytes) => new Uint8Array(bytes, start, length));
}
"#;
/// The name of the pack before it has one made of its bytes.
pub const PACK: &str = "shared.bin";
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
    let mut later = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if file_name.ends_with(".wasm") && file.file_stem() != module.file_stem() {
            let bytes = fs::read(&file)?;
            fs::write(&file, without_names(&bytes).context("wasm-split wrote what is no module")?)?;
            later.push((file_name, file));
        }
    }
    later.sort();
    Ok(Parts { script: joined(&script, &link)?, module: bound.join(format!("{name}_bg.wasm")), later })
}

/// wasm-bindgen's script with the loading of the other modules inside.
fn joined(script: &str, link: &str) -> Result<String> {
    let import = format!("from \"./{LINK}\"");
    let (imports, rest): (Vec<&str>, Vec<&str>) = script.lines().partition(|line| line.contains(&import));
    let [before, after] = ADDRESSED;
    for known in [STREAMED, before, after] {
        ensure!(link.contains(known), "wasm-split loads modules in another way than {known}");
    }
    let link = link.replace(STREAMED, FETCHED).replace(before, "whole(\"./").replace(after, "\")");
    let mut code = rest.join("\n");
    code.push('\n');
    code.push_str(FETCHING);
    code.push_str(&CUTTING.replace("PACK", PACK));
    let mut exported = Vec::new();
    for line in link.lines().filter(|line| !line.starts_with("import ")) {
        let constant = line.strip_prefix("export ");
        exported.extend(constant.and_then(|constant| constant.split_whitespace().nth(1)));
        code.push_str(constant.unwrap_or(line));
        code.push('\n');
    }
    code.push_str(&format!("const parts = {{ {} }};\n", exported.join(", ")));
    for import in imports {
        let name = import.split_whitespace().nth(3).context("an import without a name")?;
        code.push_str(&format!("const {name} = parts;\n"));
    }
    Ok(code)
}

/// The joined script where another `whole` brings the modules: without the one that fetches them.
pub fn without_fetching(script: &str) -> String {
    script.replace(FETCHING, "")
}

/// Small modules in one file, one after the other.
#[derive(Debug, Default)]
pub struct Pack {
    pub bytes: Vec<u8>,
}

impl Pack {
    /// Whether the module of this name belongs into the pack.
    pub fn takes(name: &str) -> bool {
        name.starts_with(SHARED)
    }

    /// Puts a module at the end, and has the script cut it out of the pack.
    pub fn add(&mut self, name: &str, module: &[u8], script: &str) -> String {
        let cut = format!("cut({}, {})", self.bytes.len(), module.len());
        self.bytes.extend_from_slice(module);
        script.replace(&format!("whole(\"./{name}\")"), &cut)
    }
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
        let link = format!(
            "import {{ initSync }} from \"./app.js\";\nlet src = fetch(new URL(\"./a.wasm\", import.meta.url));\n\
             let a = {STREAMED};\nexport const load_a = a;\n"
        );
        let joined = joined(script, &link).unwrap();
        let wanted = format!(
            "let wasm;\nexport {{ init as default }};\n{FETCHING}{}let src = whole(\"./a.wasm\");\nlet a = {FETCHED};\n\
             const load_a = a;\nconst parts = {{ load_a }};\nconst import1 = parts;\n",
            CUTTING.replace("PACK", PACK)
        );
        assert_eq!(joined, wanted);
    }

    #[test]
    fn packed_modules_are_cut_out_of_the_pack() {
        let script = "a(whole(\"./chunk_1.wasm\")); b(whole(\"./chunk_12.wasm\"))";
        let mut pack = Pack::default();
        let script = pack.add("chunk_12.wasm", b"twelve", script);
        let script = pack.add("chunk_1.wasm", b"one", &script);
        assert_eq!(script, "a(cut(6, 3)); b(cut(0, 6))");
        assert_eq!(pack.bytes, b"twelveone");
    }
}
