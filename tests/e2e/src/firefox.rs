//! What Firefox is started with, and its own inside: what chromedriver offers as commands, geckodriver leaves to scripts
//! that run there.

use crate::session::Session;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use thirtyfour::common::command::{Command, ExtensionCommand};

const IN_EVERY_PROCESS: &str = include_str!("firefox.js");

/// What Firefox says of a module that was on its way when its page was left; Chromium says nothing. A file that is missing
/// is heard of by its address.
pub(crate) const CUT_OFF: [&str; 2] =
    ["TypeError: NetworkError when attempting to fetch resource.", "AbortError: The operation was aborted."];

/// Kept by the browser's window, which no journey closes: errors of pages, of the console, of the policy, and files that
/// are missing.
const LISTEN: &str = "
    window.heard = [];
    Services.ppmm.addMessageListener('journey:heard', message => window.heard.push(message.data));
    Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(arguments[0]), true);
    window.hearing = {
        observe(answer) {
            const { responseStatus, URI } = answer.QueryInterface(Ci.nsIHttpChannel);
            if (responseStatus >= 400) window.heard.push(`${URI.spec} was answered with ${responseStatus}`);
        },
    };
    Services.obs.addObserver(window.hearing, 'http-on-examine-response');";

const HEARD: &str = "return window.heard.splice(0)";

/// No window, a profile of the journey's own, and a window of the size that Chromium's has.
pub(crate) fn options(program: &Path, profile: &Path) -> Value {
    json!({
        "binary": program,
        "args": ["-headless", "-profile", profile, "-width", "1280", "-height", "900"],
        "prefs": {
            // What Firefox would look up by itself, and the picture for a tab that nobody sees.
            "browser.chrome.site_icons": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "app.normandy.enabled": false,
            // As `CHROMIUM_ARGUMENTS` name this machine.
            "network.dns.localDomains": "intranet.example",
            // A file of the journey's own asks nobody where to go.
            "browser.download.useDownloadDir": true,
            "browser.download.alwaysOpenPanel": false,
        },
    })
}

impl Session {
    /// Begins to hear what pages say, from the start of the browser on.
    pub(crate) async fn listen(&self) -> Result<()> {
        self.inside(LISTEN, vec![json!(IN_EVERY_PROCESS)]).await?;
        Ok(())
    }

    /// What was heard since the last time.
    pub(crate) async fn heard(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.inside(HEARD, vec![]).await?)?)
    }

    /// The value of a script's `return` that runs in Firefox's own window instead of in the page.
    pub(crate) async fn inside(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.turn_to("chrome").await?;
        let answer = self.run(script, arguments).await;
        self.turn_to("content").await?;
        answer
    }

    async fn turn_to(&self, place: &'static str) -> Result<()> {
        let turn = Command::ExtensionCommand(Box::new(Turn(place)));
        let answer = self.browser()?.handle().cmd(turn).await;
        answer.with_context(|| format!("Firefox does not turn to its {place}")).map(drop)
    }
}

/// geckodriver's own command: where scripts run from now on.
#[derive(Debug)]
struct Turn(&'static str);

impl ExtensionCommand for Turn {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> http::Method {
        http::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
