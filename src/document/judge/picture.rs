//! Pictures are made anew: what was hidden in them (where they were taken, by which device, other files) is not kept.

use std::io::{BufReader, Read, Seek, SeekFrom, Write};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::Unfit;
use crate::document::FileKind;

/// The most dots of a side.
const SIDE: u32 = 16_000;
/// The most dots altogether.
const DOTS: u64 = 50_000_000;
/// The most bytes that a decoder may ask for.
const MEMORY: u64 = 256 * 1024 * 1024;
/// How faithful a JPEG is, of a hundred.
const QUALITY: u8 = 88;
/// The longest side of a thumbnail.
const THUMBNAIL: u32 = 240;
/// The longest side of a picture that anybody may look at, and of the small one that pages have.
const SHOWN: u32 = 1600;
const SMALL: u32 = 640;

/// A picture in memory, upright and without anything but its dots.
pub struct Picture {
    image: DynamicImage,
    /// What it will be kept as.
    pub kind: FileKind,
}

/// Decodes a picture.
pub fn picture(file: &mut (impl Read + Seek), format: ImageFormat) -> Result<Picture, Unfit> {
    file.seek(SeekFrom::Start(0)).map_err(|_| Unfit::Broken)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(BufReader::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unfit)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > DOTS || decoder.total_bytes() > MEMORY {
        return Err(Unfit::HugePicture);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unfit)?;
    image.apply_orientation(orientation);
    let has_holes = image.color().has_alpha();
    let image = match has_holes {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    Ok(Picture {
        // WebP can only be written without loss here, several times as large as it came: JPEG and PNG take its place.
        kind: match format {
            ImageFormat::Jpeg => FileKind::Jpeg,
            ImageFormat::WebP if !has_holes => FileKind::Jpeg,
            _ => FileKind::Png,
        },
        image,
    })
}

impl Picture {
    /// Writes the picture.
    pub fn write(&self, to: &mut impl Write) -> std::io::Result<()> {
        let written = match self.kind {
            FileKind::Jpeg => self
                .image
                .write_with_encoder(JpegEncoder::new_with_quality(to, QUALITY)),
            _ => self.image.write_with_encoder(PngEncoder::new(to)),
        };
        written.map_err(std::io::Error::other)
    }

    /// The same, no larger than a page needs it.
    pub fn for_show(self) -> Self {
        Self {
            image: fitted(self.image, SHOWN),
            kind: self.kind,
        }
    }

    /// How many dots it is wide and high.
    pub fn size(&self) -> (u32, u32) {
        (self.image.width(), self.image.height())
    }

    /// Writes a small one for lists.
    pub fn write_thumbnail(&self, to: &mut impl Write) -> std::io::Result<()> {
        write_on_white(self.image.thumbnail(THUMBNAIL, THUMBNAIL), to)
    }

    /// Writes a small one for pages.
    pub fn write_small(&self, to: &mut impl Write) -> std::io::Result<()> {
        write_on_white(fitted(self.image.clone(), SMALL), to)
    }
}

/// How large the small picture of one of this size is.
pub fn small_size((width, height): (u32, u32)) -> (u32, u32) {
    let longest = width.max(height).max(1);
    if longest <= SMALL {
        return (width, height);
    }
    let part = |side: u32| {
        let dots = u64::from(side) * u64::from(SMALL) + u64::from(longest) / 2;
        u32::try_from(dots / u64::from(longest)).map_or(SMALL, |dots| dots.max(1))
    };
    (part(width), part(height))
}

/// The picture with no side longer than this. A far larger one is made smaller roughly first: the fine way takes four times its memory.
fn fitted(image: DynamicImage, side: u32) -> DynamicImage {
    let longest = image.width().max(image.height());
    if longest <= side {
        return image;
    }
    let rough = match longest > side * 2 {
        true => image.thumbnail(side * 2, side * 2),
        false => image,
    };
    rough.resize(side, side, FilterType::Triangle)
}

fn write_on_white(image: DynamicImage, to: &mut impl Write) -> std::io::Result<()> {
    let mut small = image.into_rgba8();
    // On white paper: a signature on a clear ground would be black on black.
    for dot in small.pixels_mut() {
        let [.., alpha] = dot.0;
        for colour in &mut dot.0[..3] {
            let mixed = u16::from(*colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            *colour = (mixed / 255) as u8;
        }
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(small).into_rgb8())
        .write_with_encoder(JpegEncoder::new_with_quality(to, 80))
        .map_err(std::io::Error::other)
}

fn unfit(error: image::ImageError) -> Unfit {
    match error {
        image::ImageError::Limits(_) => Unfit::HugePicture,
        _ => Unfit::Broken,
    }
}
