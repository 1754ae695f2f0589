-- One act on many items, with what came of it for each, so that it can be told and taken back.
create table bank.bulk (
    id        uuid primary key,
    person_id uuid not null,
    act       jsonb not null,
    at        timestamptz not null,
    undone_at timestamptz
);
create index bulk_by_person on bank.bulk (person_id, at desc);

create table bank.bulk_item (
    bulk_id      uuid not null references bank.bulk (id),
    position     integer not null,
    item_id      uuid not null,
    code         text not null,
    -- Null where it was done; else why not: the key of a sentence and what stands in it.
    problem      text,
    arguments    text[] not null,
    -- Where the item stood before and after; null where it was not done.
    before       jsonb,
    after        jsonb,
    undone       boolean not null default false,
    undo_problem text,
    primary key (bulk_id, position)
);
