create schema if not exists exam;

create table exam.exam (
    id               uuid primary key,
    title            text not null,
    trade_id         uuid not null,
    level            text,
    unit_id          uuid not null,
    opens_at         timestamptz not null,
    closes_at        timestamptz not null,
    duration_seconds integer not null check (duration_seconds between 1 and 86400),
    form_id          uuid not null,
    board_id         uuid,
    release_rule     text not null check (release_rule in ('AUTOMATIC', 'MANUAL')),
    shows_answers    boolean not null,
    state            text not null check (state in ('SCHEDULED', 'RELEASED', 'CANCELLED')),
    scheduled_at     timestamptz not null,
    released_at      timestamptz,
    check (opens_at < closes_at),
    check ((state = 'RELEASED') = (released_at is not null))
);
create index exam_waiting_for_release on exam.exam (closes_at)
    where state = 'SCHEDULED' and release_rule = 'AUTOMATIC';

create table exam.candidate (
    exam_id   uuid not null references exam.exam (id) on delete cascade,
    person_id uuid not null,
    seat      integer not null check (seat > 0),
    primary key (exam_id, person_id),
    unique (exam_id, seat)
);
create index candidate_by_person on exam.candidate (person_id, exam_id);
