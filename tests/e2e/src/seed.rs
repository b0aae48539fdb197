//! A workspace worth a picture, made through the page as a person would.

use crate::session::Session;
use anyhow::Result;

/// Fills the workspace of the page that is open.
///
/// # Errors
/// When the page does not offer what it should.
pub async fn fill(session: &Session) -> Result<()> {
    session.see("h1").await?;
    Ok(())
}
