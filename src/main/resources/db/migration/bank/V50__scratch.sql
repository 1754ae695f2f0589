-- What somebody has typed in the editor of items and not saved. Only its owner reads it; see Scratches.
create table bank.scratch (
    id            uuid primary key,
    person_id     uuid not null,
    -- What it changes and the version that was being changed; or a new item, for a commission, in a sealed set, or none.
    item_id       uuid references bank.item (id) on delete cascade,
    based_on      uuid references bank.item_version (id) on delete cascade,
    commission_id uuid references bank.commission (id) on delete cascade,
    sealed_set_id uuid references bank.sealed_set (id) on delete cascade,
    trade_id      uuid not null,
    type          text not null,
    -- Texts by the paths of their fields; 200 000 letters at most, of up to four bytes.
    fields        jsonb not null check (octet_length(fields::text) <= 1200000),
    revision      integer not null,
    begun_at      timestamptz not null,
    kept_at       timestamptz not null,
    check (num_nonnulls(item_id, commission_id, sealed_set_id) <= 1),
    check ((item_id is null) = (based_on is null))
);
create index scratch_by_person on bank.scratch (person_id, kept_at desc);
create index scratch_by_item on bank.scratch (item_id) where item_id is not null;
create index scratch_by_set on bank.scratch (sealed_set_id) where sealed_set_id is not null;
create index scratch_by_age on bank.scratch (kept_at);
