//! A text and the placeholders in it.

/// A part of a text.
pub(super) enum Piece<'a> {
    /// As it is.
    Text(&'a str),
    /// To be filled in: the name of a variable, without its dollar sign.
    Variable(&'a str),
}

/// Cuts a text at its placeholders.
pub(super) fn pieces<'a>(text: &'a str, placeholders: &[String]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let (mut start, mut searched) = (0, 0);
    while let Some(found) = text.get(searched..).and_then(|rest| rest.find('$')) {
        let at = searched + found;
        let rest = text.get(at..).unwrap_or_default();
        // The longest one, so that `$PASS` does not cut `$PASSWORD` in two.
        let placeholder = placeholders
            .iter()
            .filter(|name| name.len() > 1 && rest.starts_with(*name))
            .max_by_key(|name| name.len());
        searched = at + placeholder.map_or(1, String::len);
        if placeholder.is_some() {
            push_text(text.get(start..at), &mut pieces);
            let name = text.get(at + 1..searched).unwrap_or_default();
            pieces.push(Piece::Variable(name));
            start = searched;
        }
    }
    push_text(text.get(start..), &mut pieces);
    pieces
}

fn push_text<'a>(text: Option<&'a str>, pieces: &mut Vec<Piece<'a>>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        pieces.push(Piece::Text(text));
    }
}
