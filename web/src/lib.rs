//! The Gongsai app: pages over the core.
//!
//! | folder | what is in it | what it may know |
//! |---|---|---|
//! | `session` | the open meet: journal, vault, what is being taken in; who watches it | core |
//! | `pages`, `frame` | one page a step of the pipeline; what stands around it | the session |
//! | `components` | things to show and to press | their properties alone |
//! | `platform` | storage, clock, entropy, files, the reader of workbooks | the browser; nobody else does |
//! | `wording` | the screens' own texts, Chinese and English | nothing |

mod app;
pub mod components;
pub mod frame;
pub mod pages;
pub mod platform;
pub mod route;
pub mod session;
pub mod wording;

pub use app::App;
