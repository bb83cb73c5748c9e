//! Reads files one after another, off the main thread, and puts each on the list as it comes.

use std::rc::Rc;

use gloo::file::File;
use wasm_bindgen_futures::spawn_local;

use crate::platform::{clock, sheets};
use crate::session::{ReadState, Session, Shared, read_answer, stopped};

/// Puts the files on the list and reads them. A file of the same name that was not taken in makes way.
pub(super) fn start(session: &Rc<Session>, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    let mut numbered: Vec<(u32, File)> = Vec::new();
    session.change_import(|import| {
        for file in files {
            let old = import.files.iter().find(|known| {
                *known.name == *file.name() && !matches!(known.state, ReadState::Reading | ReadState::TakenIn(_))
            });
            if let Some(number) = old.map(|known| known.number) {
                import.remove(number);
            }
            numbered.push((import.add(&file.name()), file));
        }
    });
    let session = session.clone();
    spawn_local(async move {
        for (number, file) in numbered {
            let state = read(&session, &file).await;
            session.change_import(|import| import.set(number, state));
        }
    });
}

async fn read(session: &Session, file: &File) -> ReadState {
    let Some(answer) = sheets::read_file(file).await else { return ReadState::Unreadable(Shared::new(stopped())) };
    session.with_vault(|vault| session.with_meet(|meet| read_answer(&answer, meet, vault, clock::today())))
}
