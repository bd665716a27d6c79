-- A link that confirms an address confirms what was typed with it: whoever signs up with somebody else's address cannot
-- put their own password into the account that its owner then confirms.

-- Links from before say nothing of what was typed: whoever waits for one signs up again.
delete from account_tokens where purpose = 'confirmation';

alter table account_tokens
    add column name_sealed bytea,
    add column password_hash text,
    add column lang text,
    add constraint account_tokens_lang_known check (lang in ('en', 'ru', 'ar')),
    add constraint account_tokens_sign_up_whole check (
        (purpose = 'confirmation') = (name_sealed is not null and password_hash is not null and lang is not null));
