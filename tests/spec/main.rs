//! The rulebook: one native binary that reads as the rules of the product.
