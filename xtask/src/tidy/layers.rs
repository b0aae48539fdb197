//! Dependencies between the layers of `src/` point one way.

use super::rust::{NamedPath, code_only, paths};
use super::{Finding, Source};

/// A layer and the layers it may use. What is missing on the right is the rule.
const LAYERS: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("library", &["domain"]),
    ("interchange", &["domain"]),
    ("errands", &["domain", "interchange"]),
    ("storage", &["domain"]),
    ("route", &["domain"]),
    ("catalogue", &["domain"]),
    ("kit", &["catalogue"]),
    ("state", &["domain", "library", "interchange", "storage", "route", "catalogue"]),
    ("parts", &["domain", "library", "interchange", "storage", "route", "catalogue", "kit", "state"]),
    (
        "features",
        &[
            "domain",
            "library",
            "interchange",
            "errands",
            "storage",
            "route",
            "catalogue",
            "kit",
            "state",
            "parts",
        ],
    ),
    (
        "shell",
        &[
            "domain",
            "library",
            "interchange",
            "storage",
            "route",
            "catalogue",
            "kit",
            "state",
            "parts",
            "features",
        ],
    ),
];

/// Layers that are compiled and tested without a browser.
const PURE: [&str; 4] = ["domain", "library", "interchange", "route"];
const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];

/// Reads the paths of one file.
pub fn check(source: &Source) -> Vec<Finding> {
    let Some(home) = module_path(&source.path) else {
        return Vec::new();
    };
    let Some(layer) = home.first() else {
        return Vec::new();
    };
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| name == layer) else {
        return Vec::new();
    };
    paths(&code_only(&source.text))
        .iter()
        .filter_map(|path| {
            let sentence = complaint(&home, layer, allowed, path)?;
            Some(source.error(path.line, sentence))
        })
        .collect()
}

fn complaint(home: &[&str], layer: &str, allowed: &[&str], path: &NamedPath) -> Option<String> {
    let first = path.segments.first()?.as_str();
    if PURE.contains(&layer) && BROWSER.iter().any(|krate| first.starts_with(krate)) {
        return Some(format!("`{layer}` is pure and must not use `{first}`"));
    }
    let target = from_crate(home, path)?;
    let used = *target.first()?;
    let is_layer = LAYERS.iter().any(|(name, _)| *name == used);
    if is_layer && used != layer && !allowed.contains(&used) {
        return Some(format!(
            "`{layer}` must not use `{used}`: dependencies point one way (xtask/src/tidy/layers.rs)"
        ));
    }
    if used != "features" || layer != "features" {
        return None;
    }
    // The register in features/mod.rs names them all.
    let own = home.get(1)?;
    let other = target.get(1).filter(|other| *other != own)?;
    // A type of the register itself is in camel case, and no feature.
    let is_feature = !other.starts_with(char::is_uppercase) && *other != "self";
    is_feature
        .then(|| format!("feature `{own}` must not use feature `{other}`: they meet in `domain` and `route`"))
}

/// The path from the top of the crate, or `None` when it does not lead through our modules.
fn from_crate<'path>(home: &[&'path str], path: &'path NamedPath) -> Option<Vec<&'path str>> {
    let names: Vec<&str> = path.segments.iter().map(String::as_str).collect();
    let (first, rest) = names.split_first()?;
    match *first {
        "crate" | "bridgekeeper" => Some(rest.to_vec()),
        "super" => {
            let steps = names.iter().take_while(|name| **name == "super").count();
            // Some of the steps only lead out of modules inside the file.
            let out_of_file = steps.checked_sub(path.modules_within)?;
            let kept = home.len().checked_sub(out_of_file)?;
            let mut target = home.get(..kept)?.to_vec();
            target.extend(names.get(steps..)?);
            Some(target)
        }
        _ => None,
    }
}

/// `src/features/today/mod.rs` is `["features", "today"]`.
fn module_path(path: &str) -> Option<Vec<&str>> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut names: Vec<&str> = path.split('/').collect();
    if names.last() == Some(&"mod") {
        names.pop();
    }
    (names.first() != Some(&"bin")).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::super::tests::source;
    use super::*;

    #[track_caller]
    fn refuses(path: &str, code: &str) {
        assert_eq!(check(&source(path, code)).len(), 1, "{path}: {code}");
    }

    #[track_caller]
    fn accepts(path: &str, code: &str) {
        assert_eq!(check(&source(path, code)), [], "{path}: {code}");
    }

    #[test]
    fn the_domain_knows_nobody() {
        refuses("src/domain/partner.rs", "use crate::storage::Stamp;");
        refuses("src/domain/partner/mod.rs", "use super::super::state::Desk;");
        accepts("src/domain/partner.rs", "use crate::domain::ledger;\nuse super::calendar::Days;");
    }

    #[test]
    fn use_points_downwards_only() {
        accepts("src/state/desk.rs", "use crate::{domain, storage::Store};");
        refuses("src/state/desk.rs", "use crate::{domain, parts::Badge};");
        accepts("src/shell/frame.rs", "use crate::features::today;");
        refuses("src/parts/badge.rs", "fn a() { crate::shell::frame() }");
    }

    #[test]
    fn the_kit_stands_alone() {
        refuses("src/kit/button.rs", "use crate::route::Route;");
        accepts("src/kit/button.rs", "use leptos::prelude::*;\nuse crate::kit::icon;");
    }

    #[test]
    fn pure_layers_do_without_the_browser() {
        refuses("src/interchange/csv.rs", "use web_sys::File;");
        refuses("src/route.rs", "fn a() { leptos::logging::log!() }");
        accepts("src/storage/browser.rs", "use gloo_storage::LocalStorage;");
    }

    #[test]
    fn features_do_not_know_each_other() {
        refuses("src/features/today/row.rs", "use crate::features::partners::Row;");
        refuses("src/features/today/mod.rs", "use super::partners::Row;");
        accepts("src/features/today/row.rs", "use super::Today;\nuse crate::features::today::Day;");
        accepts("src/features/mod.rs", "use self::today::Today;\nuse crate::features::partners;");
    }

    #[test]
    fn comments_texts_and_tests_inside_a_file_do_not_count_as_use() {
        accepts("src/domain/a.rs", "// use crate::state::Desk;\nconst A: &str = \"crate::state::x\";");
        accepts("src/domain/a.rs", "mod tests { use super::*; use super::super::state; }");
    }
}
