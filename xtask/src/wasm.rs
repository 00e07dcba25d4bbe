//! Just enough of the WebAssembly binary format to say how large each named function is.

use std::collections::HashMap;

/// What a module is made of, in bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Every function's name, if the module keeps names, and the size of its code.
    pub functions: Vec<(String, usize)>,
    /// Constants: texts, tables, embedded files.
    pub data: usize,
}

const CUSTOM_SECTION: u8 = 0;
const IMPORT_SECTION: u8 = 2;
const CODE_SECTION: u8 = 10;
const DATA_SECTION: u8 = 11;
const FUNCTION_NAMES: u8 = 1;

/// Reads a module; nothing if it is not one.
pub fn read(module: &[u8]) -> Option<Contents> {
    let mut reader = Reader(module);
    if reader.take(8)? != b"\0asm\x01\0\0\0" {
        return None;
    }
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = HashMap::new();
    let mut data = 0;
    while !reader.0.is_empty() {
        let section = reader.byte()?;
        let length = reader.number()?;
        let mut body = Reader(reader.take(length)?);
        match section {
            CUSTOM_SECTION if body.text()? == "name" => names = function_names(body)?,
            IMPORT_SECTION => imported = imported_functions(body)?,
            CODE_SECTION => sizes = code_sizes(body)?,
            DATA_SECTION => data = length,
            _ => {}
        }
    }
    // Functions are numbered from the imported ones on.
    let functions = sizes.into_iter().zip(imported..).map(|(size, index)| {
        let name = names
            .get(&index)
            .map_or(String::new(), |name| (*name).to_owned());
        (name, size)
    });
    Some(Contents {
        functions: functions.collect(),
        data,
    })
}

fn function_names(mut section: Reader<'_>) -> Option<HashMap<usize, &str>> {
    while !section.0.is_empty() {
        let kind = section.byte()?;
        let length = section.number()?;
        let mut names = Reader(section.take(length)?);
        if kind == FUNCTION_NAMES {
            let count = names.number()?;
            return (0..count)
                .map(|_| Some((names.number()?, names.text()?)))
                .collect();
        }
    }
    Some(HashMap::new())
}

fn imported_functions(mut section: Reader<'_>) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            // A function: the number of its type.
            0 => {
                section.number()?;
                functions += 1;
            }
            // A table: the type of its elements, then its limits.
            1 => {
                section.byte()?;
                section.limits()?;
            }
            // A memory.
            2 => section.limits()?,
            // A global: its type and whether it may change.
            3 => {
                section.take(2)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn code_sizes(mut section: Reader<'_>) -> Option<Vec<usize>> {
    let count = section.number()?;
    (0..count)
        .map(|_| {
            let size = section.number()?;
            section.take(size).map(<[u8]>::len)
        })
        .collect()
}

/// The bytes that are still to be read.
struct Reader<'module>(&'module [u8]);

impl<'module> Reader<'module> {
    fn take(&mut self, length: usize) -> Option<&'module [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// An unsigned number in LEB128: seven bits a byte, lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut value = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'module str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    fn limits(&mut self) -> Option<()> {
        let flags = self.byte()?;
        self.number()?;
        if flags & 1 == 1 {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Contents, read};

    #[test]
    fn functions_are_named_from_the_first_that_is_not_imported() {
        let module: Vec<u8> = [
            b"\0asm\x01\0\0\0".as_slice(),
            // One imported function.
            &[2, 7, 1, 1, b'm', 1, b'f', 0, 0],
            // Two bodies, of two and four bytes.
            &[10, 9, 2, 2, 0, 0x0b, 4, 0, 1, 1, 0x0b],
            // Three bytes of data.
            &[11, 3, 0, 0, 0],
            // Names of the functions 1 and 2.
            &[
                0, 16, 4, b'n', b'a', b'm', b'e', 1, 9, 2, 1, 2, b'u', b'v', 2, 2, b'x', b'y',
            ],
        ]
        .concat();
        let expected = Contents {
            functions: vec![("uv".to_owned(), 2), ("xy".to_owned(), 4)],
            data: 3,
        };
        assert_eq!(read(&module), Some(expected));
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(read(b"<!doctype html>"), None);
        assert_eq!(read(b"\0asm\x01\0\0\0\x0a\x09"), None);
    }
}
