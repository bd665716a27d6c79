//! Values that live as text in a column and as a string in JSON, and are parsed again on the way in.

use std::borrow::Cow;

use super::Problem;

/// A value with one written form, which it can be read back from.
pub(crate) trait Written: Sized {
    /// The written form.
    fn written(&self) -> Cow<'_, str>;

    /// Reads the written form; anything else is refused.
    fn read(text: &str) -> Result<Self, Problem>;
}

/// Makes types that are [`Written`] into `text` columns (single and in arrays) and JSON strings.
macro_rules! text_columns {
    ($($type:ty),+ $(,)?) => {$(
        impl sqlx::Type<sqlx::Postgres> for $type {
            fn type_info() -> sqlx::postgres::PgTypeInfo {
                <str as sqlx::Type<sqlx::Postgres>>::type_info()
            }
            fn compatible(other: &sqlx::postgres::PgTypeInfo) -> bool {
                <str as sqlx::Type<sqlx::Postgres>>::compatible(other)
            }
        }

        impl sqlx::postgres::PgHasArrayType for $type {
            fn array_type_info() -> sqlx::postgres::PgTypeInfo {
                <String as sqlx::postgres::PgHasArrayType>::array_type_info()
            }
            fn array_compatible(other: &sqlx::postgres::PgTypeInfo) -> bool {
                <String as sqlx::postgres::PgHasArrayType>::array_compatible(other)
            }
        }

        impl sqlx::Encode<'_, sqlx::Postgres> for $type {
            fn encode_by_ref(
                &self,
                buffer: &mut sqlx::postgres::PgArgumentBuffer,
            ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                let text = $crate::values::column::Written::written(self);
                <&str as sqlx::Encode<'_, sqlx::Postgres>>::encode_by_ref(&&*text, buffer)
            }
        }

        impl sqlx::Decode<'_, sqlx::Postgres> for $type {
            fn decode(
                value: sqlx::postgres::PgValueRef<'_>,
            ) -> Result<Self, sqlx::error::BoxDynError> {
                let text = <&str as sqlx::Decode<'_, sqlx::Postgres>>::decode(value)?;
                Ok(<Self as $crate::values::column::Written>::read(text)?)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&$crate::values::column::Written::written(self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                <Self as $crate::values::column::Written>::read(&text)
                    .map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use text_columns;

/// Makes a type around one `String` field readable as the text it holds.
macro_rules! holds_text {
    ($($type:ident),+ $(,)?) => {$(
        impl $type {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::ops::Deref for $type {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}
pub(crate) use holds_text;
