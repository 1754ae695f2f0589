create schema if not exists trade;

create table trade.trade (
    id            uuid primary key,
    code          text not null unique,
    kind          text not null check (kind in ('TRADE', 'FOUNDATION', 'THEME')),
    official_code text,
    name          text not null,
    name_en       text not null,
    aliases       text[] not null,
    position      integer not null
);

-- An edition of the syllabus of a trade at a level; a foundation's has no level.
create table trade.outline (
    id           uuid primary key,
    trade_id     uuid not null references trade.trade (id),
    level        text,
    code         text not null,
    name         text not null,
    edition      text not null,
    content_hash text not null,
    current      boolean not null,
    unique (code, edition)
);
create unique index outline_current on trade.outline (trade_id, level) nulls not distinct where current;

create table trade.outline_range (
    id         uuid primary key,
    outline_id uuid not null references trade.outline (id),
    parent_id  uuid references trade.outline_range (id),
    code       text not null,
    name       text not null,
    weight     numeric(5, 2) not null,
    position   integer not null,
    unique (outline_id, code)
);

-- A point keeps its id as long as its outline and its code stay, and into a new edition where its name stays too, so
-- that items and learning records stay tied to it. A point that was dropped keeps its row for the records' sake, and
-- gets its id back when it returns.
create table trade.outline_point (
    outline_id uuid not null references trade.outline (id),
    id         uuid not null,
    range_id   uuid references trade.outline_range (id) on delete set null,
    code       text not null,
    name       text not null,
    importance text not null check (importance in ('X', 'Y', 'Z')),
    position   integer not null,
    in_force   boolean not null,
    primary key (outline_id, id),
    unique (outline_id, code)
);

create table trade.outline_inclusion (
    outline_id    uuid not null references trade.outline (id),
    foundation_id uuid not null references trade.trade (id),
    weight        numeric(5, 2) not null,
    position      integer not null,
    primary key (outline_id, foundation_id)
);

-- One row. Counts up with every change, so that each node knows when its memory is old.
create table trade.catalog (
    version bigint not null
);
insert into trade.catalog (version) values (1);

create table trade.loaded_folder (
    folder text primary key,
    hash   text not null,
    flaws  jsonb not null,
    at     timestamptz not null
);
