//! What Chromium asked the network for, from the log it writes itself (`--log-net-log`).
//!
//! The log covers the browser as a whole: pages, frames, workers, preloads, pings, and what the browser does of its own
//! accord. Events are numbers that the log itself explains.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Everything one browser asked for from its start to its end.
#[derive(Debug, Default)]
pub struct NetLog {
    /// Requests: address, and the origin that began it; what the browser begins has none.
    pub requests: Vec<(String, Option<String>)>,
    /// Names it looked up, and addresses it did not have to look up: `http://127.0.0.1:8080`.
    pub names: BTreeSet<String>,
    /// Where it connected to: `127.0.0.1:8080`.
    pub connections: BTreeSet<String>,
    /// Where packets went without a connection (UDP).
    pub packets: BTreeSet<String>,
}

impl NetLog {
    /// Reads the log of a browser that has ended.
    ///
    /// # Errors
    /// When there is none, or it is not what Chromium writes.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| format!("no log in {}", file.display()))?;
        let log: Value = serde_json::from_str(&text).context("the log is cut off")?;
        let kinds = log.pointer("/constants/logEventTypes").and_then(Value::as_object);
        let kinds: BTreeMap<i64, &str> = kinds
            .context("the log does not explain itself")?
            .iter()
            .filter_map(|(name, number)| Some((number.as_i64()?, name.as_str())))
            .collect();
        let mut read = Self::default();
        // Which socket leads where.
        let mut sockets: BTreeMap<i64, String> = BTreeMap::new();
        for event in log.get("events").and_then(Value::as_array).context("the log has no events")? {
            let kind = event.get("type").and_then(Value::as_i64).and_then(|number| kinds.get(&number));
            let source = event.pointer("/source/id").and_then(Value::as_i64).unwrap_or_default();
            let said = |name: &str| {
                event.pointer(&format!("/params/{name}")).and_then(Value::as_str).map(str::to_owned)
            };
            match *kind.context("the log holds an event that it does not explain")? {
                "URL_REQUEST_START_JOB" => {
                    let origin = said("initiator").filter(|origin| origin.contains("://"));
                    read.requests.extend(said("url").map(|url| (url, origin)));
                }
                "HOST_RESOLVER_MANAGER_REQUEST" => read.names.extend(said("host")),
                "TCP_CONNECT_ATTEMPT" => read.connections.extend(said("address")),
                "UDP_CONNECT" => drop(said("address").map(|address| sockets.insert(source, address))),
                "UDP_BYTES_SENT" => {
                    let to = said("address").or_else(|| sockets.get(&source).cloned());
                    read.packets.insert(to.unwrap_or_else(|| "somewhere".to_owned()));
                }
                _ => {}
            }
        }
        Ok(read)
    }
}
