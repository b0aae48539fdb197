//! Starts the worker; everything else is in the library.

fn main() {
    bridgekeeper::errands::worker::start();
}
