-- An uploaded file of items. Its rows stay until they became drafts; nothing that was uploaded is lost.
create table bank.import (
    id         uuid primary key,
    file_name  text not null,
    format     text not null,
    trade_id   uuid,
    levels     text[] not null,
    secrecy    text not null check (secrecy in ('OPEN', 'RESERVED', 'SEALED')),
    notes      jsonb not null,
    person_id  uuid not null,
    made_at    timestamptz not null,
    changed_at timestamptz not null
);
create index import_by_person on bank.import (person_id, made_at desc);

-- The cells are the truth; what they say as an item is read from them again at each check and at the commit.
create table bank.import_row (
    import_id    uuid not null references bank.import (id) on delete cascade,
    number       integer not null,
    sheet        text not null,
    line         integer not null,
    columns      jsonb not null,
    markdown     boolean not null,
    original     jsonb not null,
    cells        jsonb not null,
    unreadable   jsonb not null,
    problems     jsonb not null,
    fingerprint  text,
    duplicate_of text,
    kept         boolean not null,
    state        text not null check (state in ('READY', 'FAULTY', 'DUPLICATE', 'SKIPPED', 'COMMITTED')),
    item_id      uuid references bank.item (id),
    primary key (import_id, number),
    check ((state = 'COMMITTED') = (item_id is not null))
);
create index import_row_by_state on bank.import_row (import_id, state, number);
create index import_row_alike on bank.import_row (import_id, fingerprint);
