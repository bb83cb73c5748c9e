//! A place to drop files on, or to choose them from.

use gloo::file::File;
use yew::prelude::*;

use crate::platform::files;

#[derive(PartialEq, Properties)]
pub struct FileDropProps {
    /// The verb on it.
    pub label: AttrValue,
    /// What may be dropped, and what happens then.
    pub hint: AttrValue,
    /// The kinds of file that the choice offers (`.xlsx,.csv`).
    pub accept: AttrValue,
    /// Whether more than one file may come.
    #[prop_or(true)]
    pub multiple: bool,
    /// The selector of the input, for tests.
    #[prop_or(AttrValue::Static("file-input"))]
    pub test: AttrValue,
    /// The files came.
    pub on_files: Callback<Vec<File>>,
}

/// The place: a label over a file input, so that the keyboard and a screen reader choose files as they always do.
#[component]
pub fn FileDrop(props: &FileDropProps) -> Html {
    let over = use_state_eq(|| false);
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (over, on_files) = (over.clone(), props.on_files.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            // A page that takes files anywhere must not take these twice.
            event.stop_propagation();
            over.set(false);
            on_files.emit(files::dropped(&event));
        })
    };
    let onchange = props.on_files.reform(|event: Event| files::chosen(&event));
    html! {
        <label class={classes!("file-drop", over.then_some("over"))} {ondragover} {ondragleave} {ondrop}>
            <input type="file" accept={props.accept.clone()} multiple={props.multiple} {onchange} data-test={props.test.clone()} />
            <span class="file-drop-label">{ props.label.clone() }</span>
            <span class="file-drop-hint">{ props.hint.clone() }</span>
        </label>
    }
}
