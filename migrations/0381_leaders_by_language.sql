-- Leaders are looked for by a language that they speak, among many.
create index leaders_by_language on leaders using gin (languages) where merged_into is null;
