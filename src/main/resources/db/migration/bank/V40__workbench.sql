-- An import is a workspace: read in the background, mended over days, by those who were invited too.
alter table bank.import
    add column status    text not null default 'OPEN' check (status in ('READING', 'OPEN', 'BROKEN')),
    -- Why it is broken: a key of the translations and what stands in the sentence; null where it just stopped.
    add column failure   jsonb,
    add column rows_read integer not null default 0,
    -- The last sign of life while it is read. One that is silent is broken, whatever became of its node.
    add column alive_at  timestamptz;

-- What was uploaded, to read it again and to give its rows back as they came.
create table bank.import_upload (
    import_id uuid not null references bank.import (id) on delete cascade,
    number    smallint not null,
    name      text not null,
    bytes     bytea not null,
    primary key (import_id, number)
);

create table bank.import_colleague (
    import_id uuid not null references bank.import (id) on delete cascade,
    person_id uuid not null,
    added_at  timestamptz not null,
    primary key (import_id, person_id)
);
create index import_colleague_by_person on bank.import_colleague (person_id);

-- A row is cells, or a content as the file had it.
alter table bank.import_row
    add column place       text not null default '',
    add column source      text not null default '',
    add column external_id text not null default '',
    add column content     jsonb,
    add column target      jsonb not null default '{}',
    add column confirmed   boolean not null default false,
    -- The item that it changes instead of becoming one.
    add column updates     uuid references bank.item (id),
    add column version     integer not null default 0,
    add column changed_by  uuid,
    add column changed_at  timestamptz,
    drop constraint import_row_state_check,
    add constraint import_row_state_check check (state in
        ('READY', 'GUESSED', 'FAULTY', 'DUPLICATE', 'KNOWN', 'SKIPPED', 'COMMITTED'));
create index import_row_external on bank.import_row (import_id, external_id) where external_id <> '';
create index import_row_item on bank.import_row (item_id) where item_id is not null;
