-- In a programme members lead, are partners or support, besides what members of any group are.

alter table group_members
    drop constraint group_members_role_known,
    add constraint group_members_role_known check (role in ('chair', 'vice', 'lead', 'partner', 'supporter', 'member', 'observer'));
alter table group_invitations
    drop constraint group_invitations_role_known,
    add constraint group_invitations_role_known check (role in ('chair', 'vice', 'lead', 'partner', 'supporter', 'member', 'observer'));

-- Which role stands before which, wherever members are listed.
create function group_role_order(role text) returns integer language sql immutable parallel safe as $$
    select array_position(array['chair', 'vice', 'lead', 'partner', 'supporter', 'member', 'observer'], role)
$$;
