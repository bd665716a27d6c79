-- What somebody says of themselves is kept while they wait for the answer and no longer (GDPR, Article 5 (1) (c) and (e)): confirmed it
-- stands in the entry, refused or taken back it is nobody's business.

update leader_claims set said_sealed = null where state <> 'waiting' or leader_id is not null;
alter table leader_claims
    add constraint leader_claims_said_while_waiting check (said_sealed is null or (state = 'waiting' and leader_id is null));

-- A closed account has no entry: whoever leads says anew that it is theirs, with another account.
update leader_claims c set state = 'ended', answered_at = greatest(a.closed_at, c.made_at), said_sealed = null
from accounts a where a.id = c.account_id and a.closed_at is not null and c.state in ('waiting', 'confirmed');
