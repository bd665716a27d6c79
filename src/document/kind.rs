//! The kinds of files that documents are kept as.

use crate::values::codes;

codes! {
    /// What a file is, by its content.
    pub enum FileKind {
        Pdf = "pdf",
        Jpeg = "jpeg",
        Png = "png",
        Docx = "docx",
        Odt = "odt",
    }
}

impl FileKind {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// The end of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }
}
