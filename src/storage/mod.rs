//! How a workspace survives in browser local storage.
