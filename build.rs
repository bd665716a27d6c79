//! Packs `static/dist` into the program: hashed names, compressed once, links between the files rewritten.
//!
//! A checkout without `static/dist` still compiles; it then has no style and no script, and says so.
//! Migrations are compiled in too: a new one must rebuild the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::{env, fs};

use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

/// The table of cities.
const CITIES: &str = "cities.tsv";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=migrations");
    let dist = Path::new("static/dist");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?);
    if !dist.is_dir() {
        println!("cargo:rerun-if-changed=static");
        println!(
            "cargo:warning=static/dist is missing, so pages have no style: run `npm ci --ignore-scripts && bin/assets`"
        );
        write_if_new(&out.join(CITIES), b"")?;
        return fs::write(out.join("assets.rs"), "&[]");
    }
    println!("cargo:rerun-if-changed=static/dist");

    let mut files = BTreeMap::new();
    collect(dist, dist, &mut files)?;
    // The program reads it, and no browser does.
    let cities = files.remove(CITIES).unwrap_or_default();
    write_if_new(&out.join(CITIES), &cities)?;
    // Sheets link to fonts, so fonts get their names first.
    let (sheets, others): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|(name, _)| name.ends_with(".css"));
    let mut names = BTreeMap::new();
    let mut packed = Vec::new();
    for (name, bytes) in others {
        packed.push(pack(&out, &name, &bytes, &mut names)?);
    }
    for (name, bytes) in sheets {
        let sheet = String::from_utf8(bytes).map_err(io::Error::other)?;
        let sheet = relink(&sheet, &names)?;
        packed.push(pack(&out, &name, sheet.as_bytes(), &mut names)?);
    }
    packed.sort();
    fs::write(out.join("assets.rs"), format!("&[\n{}]", packed.concat()))
}

/// Reads every file under `folder`, by its name relative to `root`.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str) {
            files.insert(name.replace('\\', "/"), fs::read(&path)?);
        }
    }
    Ok(())
}

/// Writes the file, and its compressed form where that pays, and returns its line in the table.
fn pack(
    out: &Path,
    name: &str,
    bytes: &[u8],
    names: &mut BTreeMap<String, String>,
) -> io::Result<String> {
    let hash = Sha256::digest(bytes)
        .iter()
        .take(8)
        .fold(String::new(), |mut hash, byte| {
            let _ = write!(hash, "{byte:02x}");
            hash
        });
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let hashed = format!("{stem}.{hash}.{extension}");
    let content_type = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
    let plain = out.join(format!("{hash}.{extension}"));
    write_if_new(&plain, bytes)?;
    // Fonts and pictures of these kinds are compressed already.
    let brotli = if matches!(extension, "woff2" | "png" | "ico") {
        "None".to_owned()
    } else {
        let path = out.join(format!("{hash}.{extension}.br"));
        write_if_new(&path, &compress(bytes)?)?;
        format!("Some(include_bytes!({path:?}))")
    };
    let line = format!(
        "Asset {{ name: {name:?}, url: {:?}, content_type: {content_type:?}, hash: {hash:?}, plain: include_bytes!({plain:?}), brotli: {brotli} }},\n",
        format!("/assets/{hashed}"),
    );
    names.insert(name.to_owned(), hashed);
    Ok(line)
}

/// What is released is compressed as well as can be, what is tried out quickly.
fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let quality = if env::var("PROFILE").as_deref() == Ok("release") {
        11
    } else {
        4
    };
    let params = BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

/// Points each `url(…)` of a sheet at the hashed name of its file.
fn relink(sheet: &str, names: &BTreeMap<String, String>) -> io::Result<String> {
    let mut parts = sheet.split("url(");
    let mut linked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part
            .split_once(')')
            .ok_or_else(|| io::Error::other("a url( without its end"))?;
        let address = address.trim_matches(['"', '\'']);
        if address.starts_with("data:") {
            let _ = write!(linked, "url({address}){rest}");
            continue;
        }
        let hashed = names.get(address).ok_or_else(|| {
            io::Error::other(format!(
                "a sheet links to {address}, which is not in static/dist"
            ))
        })?;
        let _ = write!(linked, "url(/assets/{hashed}){rest}");
    }
    Ok(linked)
}

/// Leaves a file alone that holds these bytes already.
fn write_if_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::read(path) {
        Ok(present) if present == bytes => Ok(()),
        _ => fs::write(path, bytes),
    }
}
