#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| gongsai_tests::fuzz::run("pages", input));
