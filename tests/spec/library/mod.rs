//! What comes with the product.

mod sample;
