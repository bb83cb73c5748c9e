//! The private facts under a password, for their way between staff. Deriving the key takes a moment and some memory.

use gongsai::document::vault;
use gongsai::id::MeetId;
use gongsai_wording::Lang;
use gongsai_wording::vault::{not_opened, not_sealed};
use serde_json::{Value, json};

/// What is asked with the text: `{"meet","password","english"}`, and for sealing `"salt"` and `"nonce"` in digits.
struct Request {
    meet: MeetId,
    password: String,
    lang: Lang,
    fields: Value,
}

impl Request {
    fn read(request: &str) -> Option<Request> {
        let fields: Value = serde_json::from_str(request).ok()?;
        let lang = if fields["english"].as_bool()? { Lang::En } else { Lang::Zh };
        let password = fields["password"].as_str()?.to_owned();
        Some(Request { meet: fields["meet"].as_str()?.parse().ok()?, password, lang, fields })
    }

    fn bytes<const N: usize>(&self, name: &str) -> Option<[u8; N]> {
        let list = self.fields[name].as_array()?;
        let byte = |value: &Value| value.as_u64().and_then(|byte| u8::try_from(byte).ok());
        list.iter().map(byte).collect::<Option<Vec<u8>>>()?.try_into().ok()
    }
}

/// `{"text": the sealed file}` or `{"error": a sentence}`.
pub(crate) fn seal(text: &str, request: &str) -> String {
    let Some(asked) = Request::read(request) else { return malformed() };
    let (Some(salt), Some(nonce)) = (asked.bytes("salt"), asked.bytes("nonce")) else { return malformed() };
    match vault::seal(asked.meet, &asked.password, salt, nonce, vault::rows(text)) {
        Ok(sealed) => json!({ "text": sealed }).to_string(),
        Err(why) => json!({ "error": not_sealed(asked.lang, why) }).to_string(),
    }
}

/// `{"text": the facts}` or `{"error": a sentence}`.
pub(crate) fn open(sealed: &str, request: &str) -> String {
    let Some(asked) = Request::read(request) else { return malformed() };
    match vault::open(sealed, &asked.password).and_then(|opened| opened.of(asked.meet)) {
        Ok(rows) => {
            let text: String = rows.into_iter().map(|(person, facts)| format!("{person} {facts}\n")).collect();
            json!({ "text": text }).to_string()
        }
        Err(why) => json!({ "error": not_opened(asked.lang, why) }).to_string(),
    }
}

fn malformed() -> String {
    json!({ "error": "?" }).to_string()
}

#[cfg(test)]
mod tests {
    use super::{open, seal};

    #[test]
    fn what_was_sealed_opens_with_the_password_alone() {
        let request = |password: &str| {
            format!(
                r#"{{"meet":"0000000000000007","password":"{password}","english":true,"salt":{:?},"nonce":{:?}}}"#,
                [1; 16], [2; 24]
            )
        };
        let facts = "0000000000000009 {\"phone\":\"13800000000\"}\n";
        let sealed: serde_json::Value = serde_json::from_str(&seal(facts, &request("eight letters"))).unwrap();
        let text = sealed["text"].as_str().unwrap();
        assert!(!text.contains("138"));
        let opened: serde_json::Value = serde_json::from_str(&open(text, &request("eight letters"))).unwrap();
        assert_eq!(opened["text"], facts);
        assert!(open(text, &request("other letters")).contains("The password is wrong"));
        assert!(open(text, "{}").contains("error"));
    }
}
