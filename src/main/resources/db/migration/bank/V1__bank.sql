create schema if not exists bank;

create table bank.item (
    id                   uuid primary key,
    code                 text not null unique,
    trade_id             uuid not null,
    secrecy              text not null check (secrecy in ('OPEN', 'RESERVED', 'SEALED')),
    state                text not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED')),
    -- Where the proposed version stands; null where there is none.
    proposal_state       text check (proposal_state in ('DRAFT', 'IN_REVIEW')),
    published_version_id uuid,
    proposed_version_id  uuid,
    -- What the bank on disk last said of this item; null for an item that was never there.
    disk_hash            text,
    retired_by           text check (retired_by in ('DISK', 'PERSON')),
    made_at              timestamptz not null,
    changed_at           timestamptz not null,
    check ((proposal_state is null) = (proposed_version_id is null))
);
create index item_in_force on bank.item (trade_id, secrecy) where state = 'PUBLISHED';

-- A version never changes. Levels, points and secrecy stand in it too: they come into force with it.
create table bank.item_version (
    id           uuid primary key,
    item_id      uuid not null references bank.item (id),
    number       integer not null,
    type         text not null,
    difficulty   smallint not null,
    content      jsonb not null,
    levels       text[] not null,
    points       uuid[] not null,
    secrecy      text not null,
    source       text not null,
    content_hash text not null,
    -- Alike for contents that ask the same.
    fingerprint  text not null,
    author_id    uuid,
    reason       text not null,
    made_at      timestamptz not null,
    unique (item_id, number)
);
create index item_version_alike on bank.item_version (fingerprint);
alter table bank.item add foreign key (published_version_id) references bank.item_version (id);
alter table bank.item add foreign key (proposed_version_id) references bank.item_version (id);

-- Of the version in force; of the proposed one where none is.
create table bank.item_level (
    item_id uuid not null references bank.item (id),
    level   text not null,
    primary key (item_id, level)
);

create table bank.item_point (
    item_id  uuid not null references bank.item (id),
    point_id uuid not null,
    primary key (item_id, point_id)
);
create index item_point_by_point on bank.item_point (point_id);

-- What a reviewer said when a version was sent back.
create table bank.review_comment (
    version_id  uuid not null references bank.item_version (id),
    at          timestamptz not null,
    reviewer_id uuid not null,
    comment     text not null,
    primary key (version_id, at)
);

create table bank.code_counter (
    trade_id uuid primary key,
    last     integer not null
);

create table bank.loaded_folder (
    folder text primary key,
    hash   text not null,
    report jsonb not null,
    at     timestamptz not null
);
