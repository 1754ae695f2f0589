create schema if not exists attempt;

create table attempt.attempt (
    id            uuid primary key,
    form_id       uuid not null,
    person_id     uuid not null,
    purpose_kind  text not null,
    purpose_id    uuid not null,
    behaviour     text not null check (behaviour in ('IMMEDIATE', 'DEFERRED')),
    title         text not null,
    subtitle      text not null,
    return_url    text not null,
    state         text not null
                  check (state in ('PREPARED', 'STARTED', 'HANDED_IN', 'CLOSED', 'ABSENT', 'VOID')),
    epoch         integer not null,
    device        text not null,
    arrangement   jsonb not null,          -- {"slots": [2, 1, …], "options": {"2": [1, 0, …]}}
    slots         smallint not null,
    max_score     numeric(8, 2) not null,
    started_at    timestamptz,
    deadline      timestamptz,             -- null: never closes by itself
    accept_until  timestamptz,             -- deadline and grace
    ended_at      timestamptz,
    checked_slots integer[] not null default '{}',
    answered      smallint,                -- these four are null until scored
    digest        text,
    score         numeric(8, 2),
    scored_at     timestamptz,
    unique (purpose_kind, purpose_id, person_id)
);
create index attempt_overdue on attempt.attempt (accept_until) where state = 'STARTED' and accept_until is not null;
create index attempt_unscored on attempt.attempt (ended_at)
    where state in ('HANDED_IN', 'CLOSED') and scored_at is null;
create index attempt_by_person on attempt.attempt (person_id, purpose_kind, started_at desc);

-- The response journal: append-only. No foreign key, since the one statement that writes it joins the attempt's row and
-- holds its lock; a second look at the same row for each step would only cost time.
create table attempt.response_step (
    attempt_id  uuid not null,
    epoch       integer not null,
    sequence    integer not null,
    slot        smallint not null,
    value       jsonb not null,
    received_at timestamptz not null,
    primary key (attempt_id, epoch, sequence)
);

-- What came too late or from a device that another had taken over from: kept for the organizer to see.
create table attempt.set_aside_step (
    attempt_id  uuid not null,
    epoch       integer not null,
    sequence    integer not null,
    slot        smallint not null,
    value       jsonb not null,
    received_at timestamptz not null,
    reason      text not null,
    primary key (attempt_id, epoch, sequence)
);

create table attempt.slot_score (
    attempt_id uuid not null references attempt.attempt (id),
    slot       smallint not null,
    fraction   numeric(7, 6) not null,
    score      numeric(6, 2) not null,
    reason     text not null,
    primary key (attempt_id, slot)
);
