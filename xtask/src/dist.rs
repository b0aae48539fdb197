//! `cargo xtask dist`: the folder to publish.
//!
//! trunk builds; this module then makes it small and its names honest: the module through
//! wasm-split and `wasm-opt` where there is one, all style sheets in one file, and every name of the first load
//! carrying a hash of what is finally in the file. Only names change inside trunk's inline script, and
//! before anyone could take its hash for a policy.
//!
//! trunk's own script and module serve only as places in the page: [`split`] makes others from the
//! same build. One warning is known and left alone: trunk's minifier cannot read wasm-bindgen's
//! script, which [`compact`] does instead.

use crate::html::{Links, is_later_stylesheet, is_preload, is_stylesheet};
use crate::process::{ask, run, spelled, step};
use crate::{packed, paths, policy, precache, scan, single, size, split, tools};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the module uses; wasm-opt takes it for invalid without them, since the module declares less.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Up to 108 (Debian 12) it exports the wrong table, and the page dies on start: binaryen issue 4711.
const OLDEST_SOUND_WASM_OPT: u32 = 110;

/// The code of the service worker.
const SERVICE_WORKER: &str = "src/shell/offline.js";

/// Builds `dist/`, prints what a first visit loads, and holds it to its budget.
///
/// # Errors
/// When the build fails or the first load is over its budget.
pub fn publish() -> Result<()> {
    let (_, report) = build_and_measure()?;
    report.keep_to_budget()
}

/// Builds `dist/` and prints what a first visit loads; returns the folder. Over its budget it can be tried and tested
/// all the same.
///
/// # Errors
/// When the build fails.
pub fn build() -> Result<PathBuf> {
    build_and_measure().map(|(dist, _)| dist)
}

fn build_and_measure() -> Result<(PathBuf, size::Report)> {
    let root = paths::root()?;
    let built = build_by_trunk(&root)?;
    let next = root.join("target").join("dist-next");
    let memory = root.join("target").join("wasm-opt");
    let parts = split::take_apart(&module_of_cargo(&root), &root.join("target").join("split"))?;
    let wasm_opt = sound_wasm_opt();
    let names = assemble(&built, parts, &next, |module| optimise(module, &memory, wasm_opt.as_deref()))?;
    let code = fs::read_to_string(root.join(SERVICE_WORKER))?;
    let kept = precache::write(&next, &names_below(&next)?, &compact(&code))?;
    let published = names_below(&next)?;
    scan::scan(&next, &published)?;
    packed::write_beside(&next, &published)?;
    let report = size::report(&next, &names.first_load, &names.later, &names.worker, &kept, single::NAME)?;
    let dist = root.join("dist");
    replace(&next, &dist)?;
    step(format!("dist/ is ready: {} files, those that shrink packed beside them", published.len()));
    print!("{report}");
    Ok((dist, report))
}

fn build_by_trunk(root: &Path) -> Result<PathBuf> {
    let folders = tools::for_building()?;
    let built = root.join("target").join("dist-trunk");
    fs::create_dir_all(&built)?;
    step("building the page (release; about 2 minutes the first time)");
    println!("  A warning about JS that cannot be minified is expected.");
    let mut trunk = Command::new("trunk");
    trunk
        .args(["build", "--release", "--features", "split", "--dist"])
        .arg(&built)
        .current_dir(root)
        .env("PATH", paths::path_with(&folders)?);
    tools::tame_trunk(&mut trunk);
    // wasm-split follows the relocations.
    let mut flags = vec!["-Clink-args=--emit-relocs".to_owned()];
    flags.extend(paths::without_home());
    flags.extend(paths::without_toolchain());
    // Joined by cargo to the flags in .cargo/config.toml.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    run(&mut trunk)?;
    Ok(built)
}

/// What cargo built for trunk.
fn module_of_cargo(root: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    target.join(tools::WASM).join("release").join("bridgekeeper.wasm")
}

/// The names of what the page loads.
struct Names {
    first_load: Vec<String>,
    later: Vec<String>,
    worker: Vec<String>,
}

/// What trunk calls the worker: its module, wasm-bindgen's script, and the script that starts the two.
const WORKER: [&str; 3] = ["worker_bg.wasm", "worker.js", "worker_loader.js"];

/// Copies what trunk built into `next`, with the parts of the code in the place of trunk's, optimised and renamed.
fn assemble(
    built: &Path,
    parts: split::Parts,
    next: &Path,
    optimise: impl Fn(&Path) -> Result<Vec<u8>>,
) -> Result<Names> {
    if next.exists() {
        fs::remove_dir_all(next)?;
    }
    let mut page = fs::read_to_string(built.join("index.html"))?;
    let mut first_load = vec!["index.html".to_owned()];
    let mut done = first_load.clone();

    let mut later = Vec::new();
    let sheets = Links::of(&page).hrefs(is_stylesheet);
    if !sheets.is_empty() {
        let bundle = join_sheets(built, &sheets)?;
        let name = hashed_name("bridgekeeper", bundle.as_bytes(), ".css");
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">");
        page = Links::of(&page).with_one(is_stylesheet, &link);
        write(next, &name, bundle.as_bytes())?;
        done.extend(sheets.iter().map(|href| file_name(href).to_owned()));
        first_load.push(name);
    }
    let sheets = Links::of(&page).hrefs(is_later_stylesheet);
    if !sheets.is_empty() {
        let bundle = join_sheets(built, &sheets)?;
        let name = hashed_name("later", bundle.as_bytes(), ".css");
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\" disabled>");
        page = Links::of(&page).with_one(is_later_stylesheet, &link);
        write(next, &name, bundle.as_bytes())?;
        done.extend(sheets.iter().map(|href| file_name(href).to_owned()));
        later.push(name);
    }

    let module = named_in(built, &page, "_bg.wasm")?;
    let script = module.replace("_bg.wasm", ".js");
    let stem = module.split('-').next().unwrap_or_default().to_owned();
    let bytes = optimise(&parts.module)?;
    let module_name = hashed_name(&stem, &bytes, "_bg.wasm");
    write(next, &module_name, &bytes)?;

    // The script names the module without trunk's hash, for callers that pass no address.
    let mut code = compact(&parts.script).replace(&format!("{stem}_bg.wasm"), &module_name);
    for (name, file) in parts.later {
        later.push(write_named(next, &name, &optimise(&file)?, &mut code)?);
    }
    let script_name = hashed_name(&stem, code.as_bytes(), ".js");
    write(next, &script_name, code.as_bytes())?;

    let worker = assemble_worker(built, next, &optimise)?;
    let ([_, _, loader], [script_of_worker, _]) = (WORKER, &worker);
    if !page.contains(loader) {
        bail!("the page names no {loader}, and would not find the worker");
    }
    page = page.replace(loader, script_of_worker);
    done.extend(WORKER.map(str::to_owned));

    page = page.replace(&module, &module_name).replace(&script, &script_name);
    // Asked for before the first script runs, which reads the storage and may have to wait for it.
    page = Links::of(&page).moved_before(is_preload, "<title");
    // The last change to the page: the scripts in it are now as they will be.
    let announced = precache::announced(&page)?;
    write(next, "index.html", policy::with_policy(&announced, policy::Edition::Folder)?.as_bytes())?;
    done.extend([module, script]);
    first_load.extend([script_name.clone(), module_name.clone()]);

    for file in files_below(built)? {
        let name = file.to_string_lossy();
        if !done.iter().any(|taken| *taken == name) {
            write(next, &name, &fs::read(built.join(&file))?)?;
        }
    }
    let made = single::Made {
        page: &page,
        script: &script_name,
        module: &module_name,
        later: &later,
        worker: &worker,
    };
    write(next, single::NAME, single::page(next, &made)?.as_bytes())?;
    Ok(Names { first_load, later, worker: worker.into() })
}

/// The worker, script and module, under names of their own; the script starts the module, which lies beside it.
fn assemble_worker(
    built: &Path,
    next: &Path,
    optimise: &impl Fn(&Path) -> Result<Vec<u8>>,
) -> Result<[String; 2]> {
    let [module, script, _] = WORKER;
    let bytes = optimise(&built.join(module))?;
    let bytes = split::without_names(&bytes).context("wasm-bindgen wrote what is no module")?;
    let module = hashed_name("worker", &bytes, "_bg.wasm");
    write(next, &module, &bytes)?;
    let mut code = compact(&fs::read_to_string(built.join(script))?);
    code.push_str(&format!("wasm_bindgen({{ module_or_path: \"./{module}\" }});\n"));
    let script = hashed_name("worker", code.as_bytes(), ".js");
    write(next, &script, code.as_bytes())?;
    Ok([script, module])
}

/// All style sheets after each other, in the order of the page; trunk has minified each.
fn join_sheets(built: &Path, hrefs: &[String]) -> Result<String> {
    let mut bundle = String::new();
    for href in hrefs {
        let sheet = fs::read_to_string(built.join(file_name(href)))
            .with_context(|| format!("index.html links {href}, which was not built"))?;
        if sheet.contains("@import") {
            bail!("{href} holds an @import, which a bundle cannot honour; link the file instead");
        }
        bundle.push_str(sheet.trim());
        bundle.push('\n');
    }
    Ok(bundle)
}

/// wasm-bindgen's script without its indentation and whole-line comments, a seventh of its compressed size.
///
/// trunk's own minifier gives up on this script (and warns so). Lines are kept, hence no statement
/// can change its meaning; the script has no text of more than one line.
fn compact(code: &str) -> String {
    let mut in_comment = false;
    let mut kept = String::with_capacity(code.len());
    for line in code.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}

/// The version of a wasm-opt that can be trusted; says so when there is none.
fn sound_wasm_opt() -> Option<String> {
    let version = ask(Command::new("wasm-opt").arg("--version")).unwrap_or_default();
    if is_sound(&version) {
        return Some(version);
    }
    let found = if version.is_empty() { "none" } else { &version };
    step(format!(
        "the modules stay as built (some % larger unpacked): no wasm-opt of version {OLDEST_SOUND_WASM_OPT} \
         or newer on PATH (found {found})"
    ));
    None
}

/// A module made smaller by wasm-opt where there is one; remembered by what went in.
fn optimise(module: &Path, memory: &Path, wasm_opt: Option<&str>) -> Result<Vec<u8>> {
    let bytes = fs::read(module)?;
    let Some(version) = wasm_opt else {
        return Ok(bytes);
    };
    let key = hash(&[bytes.as_slice(), version.as_bytes()].concat());
    let memory = &memory.join(module.file_stem().unwrap_or_default());
    let remembered = memory.join(format!("{key}.wasm"));
    if let Ok(known) = fs::read(&remembered) {
        return Ok(known);
    }
    step(format!("making {} smaller with {version}", module.display()));
    if memory.exists() {
        fs::remove_dir_all(memory)?;
    }
    fs::create_dir_all(memory)?;
    let unfinished = memory.join("unfinished.wasm");
    let mut command = Command::new("wasm-opt");
    command.arg("-Oz").args(WASM_FEATURES);
    command.arg(module).arg("-o").arg(&unfinished);
    if run(&mut command).is_err() {
        step(format!("note: `{}` failed; the module is used as built", spelled(&command)));
        return Ok(bytes);
    }
    fs::rename(&unfinished, &remembered)?;
    Ok(fs::read(&remembered)?)
}

/// Whether what `wasm-opt --version` said names a version that can be trusted with two tables.
fn is_sound(version: &str) -> bool {
    version
        .split_whitespace()
        .find_map(|word| word.parse::<u32>().ok())
        .is_some_and(|version| version >= OLDEST_SOUND_WASM_OPT)
}

/// The one file with this ending that the page names.
fn named_in(built: &Path, page: &str, ending: &str) -> Result<String> {
    files_below(built)?
        .into_iter()
        .map(|file| file.to_string_lossy().into_owned())
        .find(|name| name.ends_with(ending) && page.contains(name.as_str()))
        .with_context(|| format!("trunk's page names no file ending in {ending}"))
}

fn hashed_name(stem: &str, bytes: &[u8], ending: &str) -> String {
    format!("{stem}-{}{ending}", hash(bytes))
}

/// Sixteen hex digits of SHA-256: plenty to tell two builds apart.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file under a name with its hash, which takes the place of `name` in the script.
fn write_named(folder: &Path, name: &str, bytes: &[u8], script: &mut String) -> Result<String> {
    let (stem, ending) = name.split_once('.').context("a file without an ending")?;
    let hashed = hashed_name(stem, bytes, &format!(".{ending}"));
    *script = script.replace(&format!("\"./{name}\""), &format!("\"./{hashed}\""));
    write(folder, &hashed, bytes)?;
    Ok(hashed)
}

fn file_name(href: &str) -> &str {
    href.strip_prefix("./").unwrap_or(href)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let file = folder.join(name);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&file, bytes).with_context(|| format!("could not write {}", file.display()))
}

/// Every file below a folder, relative to it, sorted.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder)?.to_owned());
            }
        }
    }
    files.sort();
    Ok(files)
}

fn names_below(folder: &Path) -> Result<Vec<String>> {
    // With `/` on every system: they are addresses, too.
    Ok(files_below(folder)?.iter().map(|file| file.to_string_lossy().replace('\\', "/")).collect())
}

/// Puts a finished folder in place of the old one, so that a failed build leaves the old one whole.
fn replace(next: &Path, dist: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    fs::rename(next, dist)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_depend_on_nothing_but_the_bytes() {
        assert_eq!(hashed_name("bridgekeeper", b"", "_bg.wasm"), "bridgekeeper-e3b0c44298fc1c14_bg.wasm");
    }

    #[test]
    fn comments_and_indentation_leave_the_script() {
        let code = "/* @ts-self-types=\"./x.d.ts\" */\n/**\n * why\n */\nlet a = 1; // kept\n\n    // gone\n    a();\n";
        assert_eq!(compact(code), "let a = 1; // kept\na();\n");
    }

    #[test]
    fn an_old_wasm_opt_is_worse_than_none() {
        assert!(!is_sound(""));
        assert!(!is_sound("wasm-opt version 108"));
        assert!(is_sound("wasm-opt version 110 (version_110)"));
    }

    #[test]
    fn the_first_load_is_renamed_in_the_page_and_the_rest_is_copied() {
        let folder = std::env::temp_dir().join(format!("xtask-dist-{}", std::process::id()));
        let built = folder.join("built");
        let page = "<meta charset=utf-8><title>t</title><link rel=icon type=image/svg+xml href=./icons/mark.svg>\
                    <link rel=stylesheet href=./a-1.css><link rel=stylesheet href=./b-2.css>\
                    <link disabled rel=stylesheet href=./c-3.css><link disabled rel=stylesheet href=./d-4.css>\
                    <script type=module>import init from './app-9.js'; \
                    init({module_or_path: './app-9_bg.wasm'})</script>\
                    <meta name=worker content=./worker_loader.js>";
        for (name, text) in [
            ("index.html", page),
            ("a-1.css", "@layer a,b;"),
            ("b-2.css", "@layer a{p{color:red}}"),
            ("c-3.css", "@layer b{i{color:red}}"),
            ("d-4.css", "@layer b{b{color:red}}"),
            ("app-9.js", "trunk's script"),
            ("app-9_bg.wasm", "trunk's module"),
            ("worker.js", "let wasm_bindgen;"),
            ("worker_bg.wasm", "\0asm\u{1}\0\0\0"),
            ("worker_loader.js", "trunk's start"),
            ("parts/app_bg.wasm", "not really a module"),
            ("parts/forms.wasm", "nor this"),
            ("parts/shared.wasm", "for both"),
            ("icons/mark.svg", "<svg/>"),
        ] {
            write(&built, name, text.as_bytes()).unwrap();
        }
        let parts = folder.join("parts");
        let parts = split::Parts {
            script: "new URL('app_bg.wasm'); come(\"./forms.wasm\"); come(\"./shared.wasm\")".to_owned(),
            module: parts.join("app_bg.wasm"),
            later: ["forms.wasm", "shared.wasm"].map(|name| (name.to_owned(), parts.join(name))).into(),
        };
        fs::rename(built.join("parts"), folder.join("parts")).unwrap();
        let Names { first_load, later, worker } =
            assemble(&built, parts, &folder.join("next"), |module| Ok(fs::read(module)?)).unwrap();
        let names: Vec<String> = files_below(&folder.join("next"))
            .unwrap()
            .iter()
            .map(|file| file.to_string_lossy().into_owned())
            .collect();
        let page = fs::read_to_string(folder.join("next/index.html")).unwrap();
        let script = first_load.iter().find(|name| name.ends_with(".js")).unwrap();
        let script = fs::read_to_string(folder.join("next").join(script)).unwrap();
        let [start, module] = <[String; 2]>::try_from(worker).unwrap();
        let starting = fs::read_to_string(folder.join("next").join(&start)).unwrap();
        fs::remove_dir_all(&folder).unwrap();

        assert_eq!(first_load.len(), 4);
        assert_eq!(names.len(), 11, "{names:?}");
        assert!(names.contains(&single::NAME.to_owned()));
        assert!(page.contains(&format!("content=./{start}")), "{page}");
        assert!(names.contains(&start) && names.contains(&module), "{names:?}");
        assert_eq!(
            starting,
            format!("let wasm_bindgen;\nwasm_bindgen({{ module_or_path: \"./{module}\" }});\n")
        );
        let wanted = format!("come(\"./{}\"); come(\"./{}\")", later[1], later[2]);
        assert!(script.ends_with(&format!("{wanted}\n")), "{script}");
        assert!(names.contains(&"icons/mark.svg".to_owned()));
        assert!(first_load.iter().skip(1).all(|name| page.contains(name.as_str())), "{page}");
        assert_eq!(page.matches("stylesheet").count(), 2, "{page}");
        assert!(
            page.contains(&format!("<link rel=\"stylesheet\" href=\"./{}\" disabled>", later[0])),
            "{page}"
        );
    }
}
