//! Mounts the app in `<div id="app">` of `index.html`.

fn main() {
    let root = gloo::utils::document().get_element_by_id("app");
    let root = root.expect("index.html has an element with the id app");
    yew::Renderer::<gongsai_web::App>::with_root(root).render();
}
