std = "max"
max_line_length = 140
cache = false
exclude_files = { "build", "target" }

files["tests/lua/**/*_spec.lua"].std = "+busted"
files["rockspec/*.rockspec"].std = "+rockspec"
files["types"] = {
   -- Annotations, not code: empty functions whose arguments are there to be read.
   ignore = { "111", "112", "113", "2..", "4..", "6.." },
   max_line_length = false,
}
