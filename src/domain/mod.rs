//! What partnership work means: records, verbs and rules, without web, storage, clock or randomness.
