//! The least page that leptos makes: what Bridgekeeper's first row is measured against (`cargo xtask bench`).

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        view! {
            <table>
                <tbody>
                    <tr>
                        <td>"Partner"</td>
                    </tr>
                </tbody>
            </table>
        }
    });
}
