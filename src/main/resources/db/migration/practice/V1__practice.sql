create schema if not exists practice;

create table practice.drill (
    id         uuid primary key,
    person_id  uuid not null,
    trade_id   uuid,
    level      text,
    source     text not null check (source in ('NEW', 'MISTAKES', 'POINTS', 'MISSED')),
    items      integer not null,
    attempt_id uuid not null unique,
    started_at timestamptz not null
);
create index drill_by_person on practice.drill (person_id, started_at desc);

-- What a person has met, so that a drill brings what is new or longest ago.
create table practice.met (
    person_id   uuid not null,
    item_id     uuid not null,
    drawn_at    timestamptz not null,
    answered_at timestamptz,
    primary key (person_id, item_id)
);

-- Each answer in practice once, however often its event is told.
create table practice.answer (
    attempt_id uuid not null,
    slot       integer not null,
    person_id  uuid not null,
    item_id    uuid not null,
    correct    boolean not null,
    at         timestamptz not null,
    primary key (attempt_id, slot)
);
create index answer_by_item on practice.answer (person_id, item_id, at);
create index answer_by_day on practice.answer (person_id, at);

-- Always computed from the answers: wrong at least once; settled by two right ones in a row after the last wrong one.
create table practice.mistake (
    person_id     uuid not null,
    item_id       uuid not null,
    wrong_count   integer not null,
    last_wrong_at timestamptz not null,
    right_since   integer not null,
    settled_at    timestamptz,
    primary key (person_id, item_id)
);
create index mistake_open on practice.mistake (person_id, last_wrong_at desc) where settled_at is null;
