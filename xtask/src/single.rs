//! The single-file edition: the published page with everything it loads inside, to be opened from a disk.
//!
//! It is made of the very files of the folder, the modules included: each is packed with gzip, written in base64 and
//! unpacked by the page when it is wanted, so the two editions run the same code. What must not be there is a manifest,
//! a service worker, or anything else with an address.

use crate::html::{self, Links};
use crate::policy::{self, Edition};
use crate::{packed, split};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::Path;

/// The file, beside the others in `dist/`.
pub const NAME: &str = "bridgekeeper.html";

/// Tells the page which edition it is (`state::edition`).
const MARK: &str = "<meta name=\"edition\" content=\"single-file\">";
const UNPACKING: &str = include_str!("single.js");
/// The id of the worker's script, which stands in the page as a text.
const WORKER: &str = "worker";

/// What the page is made of, by the names in the folder.
pub struct Made<'a> {
    /// The page before it has a policy.
    pub page: &'a str,
    /// The script of the page.
    pub script: &'a str,
    /// The module that it starts with.
    pub module: &'a str,
    /// The modules that arrive afterwards.
    pub later: &'a [String],
    /// Script and module of the worker.
    pub worker: &'a [String; 2],
}

/// The page in one file, with its policy.
///
/// # Errors
/// When something that it is made of is missing, or has an address that would not be inside.
pub fn page(folder: &Path, made: &Made) -> Result<String> {
    let text = |name: &str| {
        fs::read_to_string(folder.join(name))
            .with_context(|| format!("could not read {name} for the single file"))
    };
    let packed = |name: &str| packed(folder, name);
    let [script_of_worker, module_of_worker] = made.worker;

    // All styles at once: there is nothing to wait for. Their order is that of the two sheets.
    let mut styles = String::new();
    for href in Links::of(made.page).hrefs(html::is_any_stylesheet) {
        styles.push_str(text(file_name(&href))?.trim());
        styles.push('\n');
    }
    let icons = Links::of(made.page).hrefs(is_vector_icon);
    let icon = icons.first().context("the page has no icon")?;
    let icon = STANDARD.encode(fs::read(folder.join(file_name(icon)))?);

    let page =
        Links::of(made.page).with_one(html::is_any_stylesheet, &element("<style>", &styles, "</style>")?);
    let icon =
        format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">");
    let page = Links::of(&page).with_one(is_vector_icon, &icon);
    // Manifest, preloads and other icons.
    let page = Links::of(&page).with_one(has_address, "");
    let page = page.replacen("<title", &format!("{MARK}<title"), 1);
    ensure!(page.contains(MARK), "the page has no title to stand behind the mark");

    let start = starting_script(&text(made.script)?, made.module)?;
    let page = with_script(&page, made.script, &element("<script type=module>", &start, "</script>")?)?;
    let address = format!("./{script_of_worker}");
    ensure!(page.contains(&address), "the page does not name its worker");
    let mut page = page.replace(&address, &format!("#{WORKER}"));

    let worker = text(script_of_worker)?;
    let fetched = format!("\"./{module_of_worker}\"");
    ensure!(worker.matches(&fetched).count() == 1, "the worker starts its module in another way");
    let worker = worker.replace(&fetched, &format!("unpacked(\"{}\")", packed(module_of_worker)?));
    let mut data = element(
        &format!("<script type=\"text/plain\" id=\"{WORKER}\">"),
        &format!("{UNPACKING}{worker}"),
        "</script>",
    )?;
    for name in made.later.iter().filter(|name| !name.ends_with(".css")).chain([&made.module.to_owned()]) {
        let open = format!("<script type=\"text/plain\" data-name=\"{name}\">");
        data.push_str(&element(&open, &packed(name)?, "</script>")?);
    }
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &data);
    policy::with_policy(&page, Edition::SingleFile)
}

/// A file packed and written as text.
fn packed(folder: &Path, name: &str) -> Result<String> {
    let bytes =
        fs::read(folder.join(name)).with_context(|| format!("could not read {name} for the single file"))?;
    Ok(STANDARD.encode(packed::gzip(&bytes)?))
}

/// The script of the page, which takes its modules out of the page and starts.
fn starting_script(script: &str, module: &str) -> Result<String> {
    let script = split::without_fetching(script);
    ensure!(!script.contains("fetch(new URL("), "a module is fetched in another way");
    Ok(format!(
        "{UNPACKING}const compiled = (name) =>\n\
           unpacked(document.querySelector(`[data-name=\"${{name.slice(2)}}\"]`).textContent)\n\
           .then((bytes) => WebAssembly.compile(bytes));\n\
         document.querySelector(\"meta[name=worker]\").content = URL.createObjectURL(\n\
           new Blob([document.getElementById(\"{WORKER}\").textContent], {{ type: \"text/javascript\" }}));\n\
         {script}\n\
         await __wbg_init({{ module_or_path: compiled(\"./{module}\") }});\n"
    ))
}

/// The page with `written` in the place of the script that imports `name`.
fn with_script(page: &str, name: &str, written: &str) -> Result<String> {
    let at = page.find(&format!("from './{name}'")).context("the page does not import its script")?;
    let start =
        page.get(..at).and_then(|before| before.rfind("<script")).context("no script around the import")?;
    let length = page.get(at..).and_then(|after| after.find("</script>")).context("the script never ends")?;
    let [before, after] = [page.get(..start), page.get(at + length + "</script>".len()..)];
    Ok([before.unwrap_or_default(), written, after.unwrap_or_default()].concat())
}

/// An element around a text that must not end it early.
fn element(open: &str, text: &str, close: &str) -> Result<String> {
    ensure!(!text.contains("</s") && !text.contains("<!--"), "a text would end its element {open}");
    Ok([open, text, close].concat())
}

fn is_vector_icon(link: &html::Link) -> bool {
    link.attribute("rel") == Some("icon") && link.attribute("type") == Some("image/svg+xml")
}

fn has_address(link: &html::Link) -> bool {
    !link.attribute("href").is_some_and(|href| href.starts_with("data:"))
}

fn file_name(href: &str) -> &str {
    href.strip_prefix("./").unwrap_or(href)
}
#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><meta charset=utf-8><title>t</title>\
        <link href=./mark.svg rel=icon type=image/svg+xml><link rel=manifest href=./app.json>\
        <meta content=./worker-1.js name=worker><link rel=stylesheet href=./a.css>\
        <link rel=stylesheet href=./b.css disabled>\
        <script type=module>import init from './app-1.js'; init('./app-1_bg.wasm')</script>\
        <link rel=modulepreload href=./app-1.js></head><body><svg/></body></html>";

    fn made(name: &str, script: &str) -> Result<String> {
        let folder = std::env::temp_dir().join(format!("xtask-single-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for (name, text) in [
            ("mark.svg", "<svg/>"),
            ("a.css", "@layer a;"),
            ("b.css", "p{}"),
            ("app-1.js", script),
            ("app-1_bg.wasm", "the first module"),
            ("shared-1.wasm", "the others"),
            ("worker-1.js", "go(\"./worker-1_bg.wasm\");"),
            ("worker-1_bg.wasm", "its module"),
        ] {
            fs::write(folder.join(name), text)?;
        }
        let later = ["b.css".to_owned(), "shared-1.wasm".to_owned()];
        let worker = ["worker-1.js".to_owned(), "worker-1_bg.wasm".to_owned()];
        let made =
            Made { page: PAGE, script: "app-1.js", module: "app-1_bg.wasm", later: &later, worker: &worker };
        let page = page(&folder, &made);
        fs::remove_dir_all(&folder)?;
        page
    }

    #[test]
    fn everything_is_inside_and_nothing_has_an_address() {
        let page = made("whole", "let app;\n").unwrap();
        assert!(page.contains("<meta name=\"edition\" content=\"single-file\"><title>"), "{page}");
        assert!(page.contains("<style>@layer a;\np{}\n</style>"), "{page}");
        assert!(page.contains("content=#worker name=worker"), "{page}");
        assert!(
            page.contains("let app;\n\nawait __wbg_init({ module_or_path: compiled(\"./app-1_bg.wasm\") });"),
            "{page}"
        );
        assert_eq!(
            page.matches("data-name=\"").count(),
            3,
            "two modules and where they are looked for: {page}"
        );
        assert!(page.ends_with("</script></body></html>"), "{page}");
        for address in ["src=", "href=./", "import ", "manifest", "modulepreload", "worker-1.js"] {
            assert!(!page.contains(address), "{address} in {page}");
        }
    }

    #[test]
    fn what_would_end_early_or_be_fetched_stops_the_build() {
        assert!(made("end", "let end = '</script>';").is_err());
        assert!(made("fetch", "fetch(new URL(name, import.meta.url))").is_err());
    }
}
