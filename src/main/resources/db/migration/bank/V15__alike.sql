-- What each item says, as pieces of its words: of the version in force and of the proposed one, unless it is retired.
create table bank.alike_entry (
    version_id uuid primary key references bank.item_version (id),
    item_id    uuid not null references bank.item (id),
    -- A short name for the look-up table, never used again.
    number     integer not null generated always as identity unique,
    -- How the pieces were made; entries of another scheme are made anew.
    scheme     smallint not null,
    -- Hashes of the pieces, ascending.
    shingles   integer[] not null,
    -- Hashes of the bands of the signature; empty for an item without words.
    bands      integer[] not null
);
create index alike_entry_by_item on bank.alike_entry (item_id);

-- Who shares a band. With a million items of 16 bands a B-tree was built in 25 to 33 s and took 900 MB with its table; a
-- GIN index over the arrays took 153 s and 970 MB, and a look-up in it could not stop after so many of a band that very
-- many share.
create table bank.alike_band (
    band  integer not null,
    entry integer not null,
    primary key (band, entry)
);

-- A person said that two items are not the same: never shown again.
create table bank.alike_apart (
    first_item  uuid not null references bank.item (id),
    second_item uuid not null references bank.item (id),
    person_id   uuid not null,
    at          timestamptz not null,
    primary key (first_item, second_item),
    check (first_item < second_item)
);
create index alike_apart_by_second on bank.alike_apart (second_item);
create index alike_apart_by_time on bank.alike_apart (at desc);

-- A search through the whole bank. The newest that came to its end is shown.
create table bank.alike_run (
    id        uuid primary key,
    begun_at  timestamptz not null,
    -- Moves on while it works; one that stands still for long has died with its node.
    moved_at  timestamptz not null,
    ended_at  timestamptz,
    person_id uuid,
    items     integer not null,
    done      integer not null,
    pairs     integer not null
);
create index alike_run_by_time on bank.alike_run (begun_at desc);

-- Two items of one trade that resemble each other, with the versions that were compared.
create table bank.alike_pair (
    run_id         uuid not null references bank.alike_run (id) on delete cascade,
    first_item     uuid not null references bank.item (id),
    second_item    uuid not null references bank.item (id),
    first_version  uuid not null,
    second_version uuid not null,
    trade_id       uuid not null,
    -- From 0.7 to 1.
    resemblance    real not null,
    primary key (run_id, first_item, second_item)
);
create index alike_pair_by_trade on bank.alike_pair (run_id, trade_id);

-- Where a retired item lives on; null where it was retired without another.
alter table bank.item add column merged_into uuid references bank.item (id);
create index item_by_successor on bank.item (merged_into) where merged_into is not null;

-- One item was kept, others retired into it.
create table bank.item_merge (
    id                  uuid primary key,
    kept_item           uuid not null references bank.item (id),
    trade_id            uuid not null,
    person_id           uuid not null,
    at                  timestamptz not null,
    reason              text not null,
    -- The version that was proposed for the kept item because the others had more levels or points.
    proposed_version    uuid,
    -- What was proposed for it before, and where that stood.
    proposal_before     uuid,
    proposal_state      text,
    undone_by           uuid,
    undone_at           timestamptz
);
create index item_merge_by_trade on bank.item_merge (trade_id, at desc);

create table bank.item_merged (
    merge_id       uuid not null references bank.item_merge (id),
    item_id        uuid not null references bank.item (id),
    -- Where it stood before, to go back there.
    state          text not null,
    proposal_state text,
    primary key (merge_id, item_id)
);
create index item_merged_by_item on bank.item_merged (item_id);
