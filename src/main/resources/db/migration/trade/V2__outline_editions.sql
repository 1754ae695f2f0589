-- An edition comes from the files of the question bank or from a person in the application. The two may bear the same
-- name without one writing over the other.
alter table trade.outline
    add column source       text not null default 'DISK' check (source in ('DISK', 'PERSON')),
    add column file_name    text,
    add column made_by      uuid,
    add column made_by_name text,
    add column made_at      timestamptz,
    -- The disk has something new to say while an edition of the application is in force: a person decides.
    add column waiting      boolean not null default false;

alter table trade.outline drop constraint outline_code_edition_key;
alter table trade.outline add unique (code, edition, source);
create index outline_point_by_id on trade.outline_point (id);

-- Outlines on their way in. A draft holds all its lines; what was uploaded stays until it is thrown away.
create table trade.outline_import (
    id         uuid primary key,
    file_name  text not null,
    person_id  uuid not null,
    made_at    timestamptz not null,
    changed_at timestamptz not null
);
create index outline_import_by_person on trade.outline_import (person_id, changed_at desc);

create table trade.outline_draft (
    import_id    uuid not null references trade.outline_import (id) on delete cascade,
    number       integer not null,
    trade_id     uuid,
    committed_id uuid,
    draft        jsonb not null,
    primary key (import_id, number)
);
