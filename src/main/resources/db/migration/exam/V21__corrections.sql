-- Proposals to correct the key of a slot, and what became of them. What is in force lies beside the form.
create table exam.correction (
    id            uuid primary key,
    exam_id       uuid not null references exam.exam (id),
    slot          smallint not null,
    ruling        jsonb not null,
    reason        text not null,       -- as candidates read it
    reports_item  boolean not null,    -- whether the bank is told that the item itself needs mending
    state         text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    basis         integer not null,    -- the generation of the form's keys that it was made from
    proposed_by   uuid not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_at    timestamptz,
    decision      text not null default '',
    generation    integer,             -- that it made
    regraded_at   timestamptz,         -- when everybody was scored by it
    check ((state = 'APPROVED') = (generation is not null)),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check (decided_by is null or state = 'WITHDRAWN' or decided_by <> proposed_by),
    unique (exam_id, generation)
);
create unique index correction_waits_once on exam.correction (exam_id, slot) where state = 'PROPOSED';
create index correction_waiting on exam.correction (proposed_at) where state = 'PROPOSED';
create index correction_to_regrade on exam.correction (exam_id) where state = 'APPROVED' and regraded_at is null;
