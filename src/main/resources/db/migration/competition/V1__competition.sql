create schema if not exists competition;

create table competition.competition (
    id               uuid primary key,
    name             text not null,
    unit_id          uuid not null,
    organizer_id     uuid not null,
    trade_id         uuid not null,
    level            text,
    opens_at         timestamptz not null,
    closes_at        timestamptz not null,
    duration_seconds integer not null,
    release_rule     text not null,
    shows_answers    boolean not null,
    live_board       boolean not null,
    -- Who may take part: everybody of these units in the trade, or the people named.
    admission        text not null check (admission in ('UNITS', 'NAMED')),
    state            text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    made_at          timestamptz not null,
    opened_at        timestamptz,
    closed_at        timestamptz
);
create index competition_by_unit on competition.competition (unit_id, opens_at desc);

create table competition.section (
    competition_id uuid not null references competition.competition (id) on delete cascade,
    number         integer not null,
    type           text not null,
    count          integer not null check (count between 1 and 200),
    points_each    numeric(6, 2) not null check (points_each > 0),
    primary key (competition_id, number),
    unique (competition_id, type)
);

create table competition.admitted_unit (
    competition_id uuid not null references competition.competition (id) on delete cascade,
    unit_id        uuid not null,
    primary key (competition_id, unit_id)
);

create table competition.named_person (
    competition_id uuid not null references competition.competition (id) on delete cascade,
    person_id      uuid not null,
    primary key (competition_id, person_id)
);

-- A competition is made of stages, each an exam. One today; the ladder comes later.
create table competition.stage (
    id             uuid primary key,
    competition_id uuid not null references competition.competition (id) on delete cascade,
    number         integer not null,
    exam_id        uuid not null,
    board_id       uuid not null,
    unique (competition_id, number),
    unique (exam_id),
    unique (board_id)
);

create table competition.entry (
    competition_id uuid not null references competition.competition (id) on delete cascade,
    person_id      uuid not null,
    -- For whom the person competes: the enterprise above the workshop or team.
    unit_id        uuid not null,
    -- BARRED: would be admitted, but organizes this contest or wrote an item of its paper (回避).
    state          text not null check (state in ('ENTERED', 'BARRED')),
    primary key (competition_id, person_id)
);
