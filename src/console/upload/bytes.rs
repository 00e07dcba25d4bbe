//! The bytes of a file, piece by piece: a file of gigabytes takes no more memory than one of a page.

use std::collections::VecDeque;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

#[wasm_bindgen]
extern "C" {
    /// The browser's own inflation, which `web-sys` does not count as stable yet.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// How much is read at once, in bytes: few enough that reading and understanding a piece is no pause that anybody
/// feels, many enough that asking for it costs little.
const PIECE: f64 = 2_097_152.0;

/// The first piece is smaller, and each is twice as large as the one before: somebody waits for the first.
const FIRST_PIECE: f64 = 262_144.0;

/// How many pieces are asked for at a time: the browser fetches the next ones while one is being understood.
const COMING: usize = 2;

/// The browser could not read on: the file was changed or removed, or what should be gzip is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interrupted;

/// Where the next bytes come from.
pub(super) enum Bytes {
    /// A part of the file at a time. `position` is where the next one to be asked for begins.
    Plain {
        whole: Blob,
        size: f64,
        position: f64,
        piece: f64,
        coming: VecDeque<JsFuture>,
    },
    /// As they come out of the browser's decompression.
    Inflated(ReadableStreamDefaultReader),
}

impl Bytes {
    /// Those of a file from a position on, in bytes. What is inflated can only be read from its beginning.
    pub fn of(file: &Blob, is_gzip: bool, position: f64) -> Result<Self, Interrupted> {
        if !is_gzip {
            let size = file.size();
            // Of a file itself the browser asks its disk again with each piece that is cut off.
            let whole = file.slice_with_f64_and_f64(0.0, size);
            return Ok(Self::Plain {
                whole: whole.map_err(|_| Interrupted)?,
                size,
                position,
                piece: FIRST_PIECE,
                coming: VecDeque::new(),
            });
        }
        let inflate = DecompressionStream::new("gzip").map_err(|_| Interrupted)?;
        let pair: &ReadableWritablePair = inflate.unchecked_ref();
        let reader = file.stream().pipe_through(pair).get_reader();
        reader
            .dyn_into()
            .map(Self::Inflated)
            .map_err(|_| Interrupted)
    }

    /// The next piece; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Interrupted> {
        match self {
            Self::Plain {
                whole,
                size,
                position,
                piece,
                coming,
            } => {
                while coming.len() < COMING && *position < *size {
                    let end = (*position + *piece).min(*size);
                    *piece = (*piece * 2.0).min(PIECE);
                    let part = whole.slice_with_f64_and_f64(*position, end);
                    let buffer = part.map_err(|_| Interrupted)?.array_buffer();
                    coming.push_back(JsFuture::from(buffer));
                    *position = end;
                }
                let Some(piece) = coming.pop_front() else {
                    return Ok(None);
                };
                let buffer = piece.await.map_err(|_| Interrupted)?;
                Ok(Some(Uint8Array::new(&buffer).to_vec()))
            }
            Self::Inflated(reader) => {
                let piece = JsFuture::from(reader.read())
                    .await
                    .map_err(|_| Interrupted)?;
                let property = |name: &str| Reflect::get(&piece, &JsValue::from_str(name));
                match property("value") {
                    Ok(value) if value.is_object() => Ok(Some(Uint8Array::new(&value).to_vec())),
                    _ => Ok(None),
                }
            }
        }
    }
}
