-- Items that only their named setters may read, until they are released.
create table bank.sealed_set (
    id          uuid primary key,
    title       text not null,
    made_by     uuid,
    made_at     timestamptz not null,
    released_at timestamptz,
    -- Null where a contest released it.
    released_by uuid,
    released_to text check (released_to in ('OPEN', 'RESERVED')),
    check ((released_at is null) = (released_to is null))
);

create table bank.sealed_setter (
    set_id    uuid not null references bank.sealed_set (id),
    person_id uuid not null,
    added_by  uuid,
    added_at  timestamptz not null,
    primary key (set_id, person_id)
);
create index sealed_setter_by_person on bank.sealed_setter (person_id);

-- Each look at the content of a sealed item. No foreign keys: it is written in a transaction of its own, also while the
-- item is locked, and outlives everything else.
create table bank.sealed_view (
    number     bigint generated always as identity primary key,
    set_id     uuid not null,
    item_id    uuid not null,
    version_id uuid not null,
    person_id  uuid not null,
    at         timestamptz not null
);
create index sealed_view_by_set on bank.sealed_view (set_id, number desc);
create index sealed_view_by_version on bank.sealed_view (version_id, person_id, at desc);

alter table bank.item add column sealed_set_id uuid references bank.sealed_set (id);
create index item_by_sealed_set on bank.item (sealed_set_id) where sealed_set_id is not null;

-- What was sealed before there were sets becomes one set an item, of those who wrote it.
insert into bank.sealed_set (id, title, made_at)
select id, code, made_at from bank.item where secrecy = 'SEALED';
insert into bank.sealed_setter (set_id, person_id, added_at)
select distinct item.id, version.author_id, item.made_at
from bank.item join bank.item_version version on version.item_id = item.id
where item.secrecy = 'SEALED' and version.author_id is not null;
update bank.item set sealed_set_id = id where secrecy = 'SEALED';
alter table bank.item add check (secrecy <> 'SEALED' or sealed_set_id is not null);
