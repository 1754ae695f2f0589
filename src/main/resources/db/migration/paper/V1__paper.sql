create schema if not exists paper;

-- A frozen form. Nothing in it changes but the moment of its release.
create table paper.form (
    id          uuid primary key,
    title       text not null,
    max_score   numeric(8, 2) not null,
    rendered    bytea not null,     -- gzip of the JSON that candidates get
    etag        text not null,
    frozen_at   timestamptz not null,
    released_at timestamptz         -- null while its items are under embargo
);

create table paper.form_slot (
    form_id         uuid not null references paper.form (id),
    number          smallint not null,
    section         smallint not null,
    item_id         uuid not null,
    item_version_id uuid not null,
    type            text not null,
    trade_id        uuid not null,
    points          uuid[] not null,
    max_score       numeric(6, 2) not null,
    tokens          jsonb not null,      -- ["…", …] in base order
    authored        integer[] not null,  -- for each token, the author's position of its option
    answer_key      jsonb not null,
    primary key (form_id, number)
);

-- What stands in a form that is not released. A table of its own, emptied by the release, so that asking stays cheap
-- however many drills were frozen.
create table paper.embargo (
    item_id uuid not null,
    form_id uuid not null references paper.form (id),
    primary key (item_id, form_id)
);
create index embargo_by_form on paper.embargo (form_id);
