//! Links the module so that closing a Lua state never unloads it.

fn main() {
    let os = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    match os.as_str() {
        // `lua_close` calls dlclose; code that is still on some thread's stack must stay mapped.
        "linux" | "freebsd" | "netbsd" | "openbsd" | "dragonfly" => {
            println!("cargo::rustc-link-arg-cdylib=-Wl,-z,nodelete");
        }
        "macos" => println!("cargo::rustc-link-arg-cdylib=-Wl,-undefined,dynamic_lookup"),
        _ => {}
    }
    println!("cargo::rerun-if-changed=build.rs");
}
