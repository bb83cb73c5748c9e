//! The bar at the very top: the way home, language and theme, and what the page adds.

use gongsai_wording::Lang;
use yew::prelude::*;

use crate::route::Route;
use crate::session::{Session, Theme, use_language, use_selected, use_session};
use crate::wording::Words;
use crate::wording::frame::{Frame as Text, theme as theme_text};

#[derive(PartialEq, Properties)]
pub struct TopBarProps {
    /// What stands between the way home and the switches.
    #[prop_or_default]
    pub children: Children,
}

/// The bar.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let session = use_session();
    let language = use_language();
    let theme = use_selected(Session::theme);
    let on_language = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.set_language(other(session.language())))
    };
    let on_theme = Callback::from(move |_: MouseEvent| session.set_theme(next(session.theme())));
    let label = theme_text(theme).say(language);
    let mark = match theme {
        Theme::Device => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    };
    html! {
        <header class="top-bar">
            <a href={Route::Home.address()} class="brand">
                <span class="brand-mark" aria-hidden="true">{ Text::Mark.say(language) }</span>
                <span class="brand-name">{ Text::App.say(language) }</span>
                <span class="hidden">{ Text::Home.say(language) }</span>
            </a>
            <div class="top-bar-middle">{ props.children.clone() }</div>
            <div class="top-bar-switches">
                <button type="button" class="quiet" onclick={on_language} aria-label={Text::LanguageLabel.say(language)}
                    lang={language.pick("en", "zh-Hans")} data-test="lang-toggle">
                    { Text::LanguageToggle.say(language) }
                </button>
                <button type="button" class="quiet icon" onclick={on_theme} aria-label={label.clone()} title={label}
                    data-test="theme-toggle">
                    <span aria-hidden="true">{ mark }</span>
                </button>
            </div>
        </header>
    }
}

fn other(language: Lang) -> Lang {
    match language {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}

fn next(theme: Theme) -> Theme {
    match theme {
        Theme::Device => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Device,
    }
}
