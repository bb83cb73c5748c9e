#![no_main]

libfuzzer_sys::fuzz_target!(init: gongsai_tests::fuzz::mind_own_panics_only(), |input: &[u8]| gongsai_tests::fuzz::run("part", input));
