//! JSON Schema, as much of it as the schema of meet files uses: an unknown keyword is a panic, not a pass.

use regex::Regex;
use serde_json::Value as Json;

/// A schema with its definitions.
#[derive(Debug)]
pub struct Schema(pub Json);

impl Schema {
    /// Where and why a value does not fit a definition, or the whole schema for an empty name.
    ///
    /// # Errors
    /// The path to the first thing that does not fit, and the keyword.
    ///
    /// # Panics
    /// When the schema says something that is not known here.
    pub fn check(&self, definition: &str, value: &Json) -> Result<(), String> {
        let schema = if definition.is_empty() { &self.0 } else { &self.0["$defs"][definition] };
        self.fits(schema, value, "")
    }

    fn fits(&self, schema: &Json, value: &Json, path: &str) -> Result<(), String> {
        for (keyword, said) in schema.as_object().expect("a schema is an object") {
            if !self.keyword(schema, keyword, said, value, path)? {
                return Err(format!("{path}: {keyword}"));
            }
        }
        Ok(())
    }

    fn keyword(&self, schema: &Json, keyword: &str, said: &Json, value: &Json, path: &str) -> Result<bool, String> {
        let list = said.as_array().map(Vec::as_slice).unwrap_or_default();
        let count = |value: &Json| value.as_array().map_or(0, Vec::len) as u64;
        Ok(match keyword {
            "$schema" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let name = said.as_str().and_then(|said| said.strip_prefix("#/$defs/")).expect("a definition");
                return self.fits(&self.0["$defs"][name], value, path).map(|()| true);
            }
            "type" => list.iter().chain([said]).any(|name| is_of(value, name.as_str().unwrap_or_default())),
            "const" => value == said,
            "enum" => list.contains(value),
            "pattern" => {
                let pattern = Regex::new(said.as_str().expect("a pattern")).expect("a pattern");
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            "minimum" => value.as_i64().is_none_or(|number| said.as_i64().is_some_and(|least| number >= least)),
            "maximum" => value.as_i64().is_none_or(|number| said.as_i64().is_some_and(|most| number <= most)),
            "minItems" => Some(count(value)) >= said.as_u64(),
            "maxItems" => Some(count(value)) <= said.as_u64(),
            "required" => list.iter().all(|name| name.as_str().is_some_and(|name| value.get(name).is_some())),
            "properties" => {
                for (name, schema) in said.as_object().expect("members") {
                    if let Some(value) = value.get(name) {
                        self.fits(schema, value, &format!("{path}/{name}"))?;
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = |name: &String| schema["properties"].get(name).is_some();
                value.as_object().is_none_or(|members| members.keys().all(known))
            }
            "items" | "prefixItems" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    if let Some(schema) = if keyword == "items" { Some(said) } else { list.get(index) } {
                        self.fits(schema, value, &format!("{path}/{index}"))?;
                    }
                }
                true
            }
            "anyOf" => list.iter().any(|schema| self.fits(schema, value, path).is_ok()),
            "oneOf" => list.iter().filter(|schema| self.fits(schema, value, path).is_ok()).count() == 1,
            _ => panic!("{keyword} is not known here"),
        })
    }
}

fn is_of(value: &Json, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
