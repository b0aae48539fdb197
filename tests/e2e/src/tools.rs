//! What a person's machine decides about a page: its size, its scheme, its time zone, its paper. Each browser has another
//! way to set it.

use crate::browsers::Which;
use crate::session::Session;
use anyhow::Result;
use serde_json::{Value, json};

impl Session {
    /// Runs this before every page from now on.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn before_pages(&self, source: &str) -> Result<()> {
        match self.which() {
            Which::Chromium => {
                self.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await
            }
            Which::Firefox => {
                let script = "
                    const shared = Services.ppmm.sharedData, before = shared.get('journey:before') ?? [];
                    shared.set('journey:before', [...before, arguments[0]]);
                    shared.flush();";
                self.inside(script, vec![json!(source)]).await.map(drop)
            }
        }
    }

    /// Lets pages be of this size, in CSS pixels, until [`whole_window`](Self::whole_window).
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.resize_for(width, height, false).await
    }

    /// As [`resize`](Self::resize), on a phone where the browser knows one: its scrollbar takes no room.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn resize_as_phone(&self, width: u32, height: u32) -> Result<()> {
        self.resize_for(width, height, true).await
    }

    async fn resize_for(&self, width: u32, height: u32, phone: bool) -> Result<()> {
        match self.which() {
            Which::Chromium => {
                let size =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
                self.send("Emulation.setDeviceMetricsOverride", size).await
            }
            Which::Firefox => {
                let script = "
                    const [width, height] = arguments, { style } = gBrowser.selectedBrowser;
                    for (const [side, length] of [['width', width], ['height', height]])
                        for (const which of ['min-', '', 'max-']) style.setProperty(which + side, `${length}px`);";
                self.inside(script, vec![json!(width), json!(height)]).await?;
                let is_so = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
                self.until("for the size", is_so, vec![json!(width), json!(height)]).await
            }
        }
    }

    /// Lets pages fill the window again.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn whole_window(&self) -> Result<()> {
        match self.which() {
            Which::Chromium => self.send("Emulation.clearDeviceMetricsOverride", json!({})).await,
            Which::Firefox => {
                self.inside("gBrowser.selectedBrowser.removeAttribute('style')", vec![]).await.map(drop)
            }
        }
    }

    /// Lets the machine prefer `light` or `dark`, and waits until no colour is on its way any more.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn prefer(&self, scheme: &str) -> Result<()> {
        match self.which() {
            Which::Chromium => {
                let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
                self.send("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
            }
            Which::Firefox => {
                let script = "
                    const dark = arguments[0] === 'dark';
                    Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);";
                self.inside(script, vec![json!(scheme)]).await?;
            }
        }
        let is_so = "
            return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches
                && !document.getAnimations().some(moving => moving instanceof CSSTransition);";
        self.until("for the scheme", is_so, vec![json!(scheme)]).await
    }

    /// Shows the page as it would be printed, or on screen again.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn on_paper(&self, paper: bool) -> Result<()> {
        let medium = if paper { "print" } else { "" };
        match self.which() {
            Which::Chromium => self.send("Emulation.setEmulatedMedia", json!({ "media": medium })).await,
            Which::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0]";
                self.inside(script, vec![json!(medium)]).await?;
                let is_so = "return matchMedia('print').matches === arguments[0]";
                self.until("for the paper", is_so, vec![json!(paper)]).await
            }
        }
    }

    /// Puts the machine into a time zone, such as `Europe/Berlin`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn in_zone(&self, zone: &str) -> Result<()> {
        match self.which() {
            Which::Chromium => {
                self.send("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await
            }
            Which::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.timezoneOverride = arguments[0]";
                self.inside(script, vec![json!(zone)]).await.map(drop)
            }
        }
    }

    async fn send(&self, command: &str, arguments: Value) -> Result<()> {
        self.browser()?.cdp().send_raw(command, arguments).await?;
        Ok(())
    }
}
