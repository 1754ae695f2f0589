-- Marking of what was written. There is a row for each exam whose paper asks for it. opened_at: when nobody was at work
-- any more and the answers were laid out for the markers.
create table exam.marking (
    exam_id   uuid primary key references exam.exam (id),
    due_at    timestamptz,
    opened_at timestamptz
);
create index marking_to_open on exam.marking (exam_id) where opened_at is null;

-- Who may mark. unit_id: where they belonged when they were named; nobody marks people of their own unit in a contest of
-- a wider one (回避).
create table exam.marker (
    exam_id   uuid not null references exam.marking (exam_id),
    person_id uuid not null,
    unit_id   uuid not null,
    named_by  uuid not null,
    named_at  timestamptz not null,
    primary key (exam_id, person_id)
);
create index marker_by_person on exam.marker (person_id);

-- Answers to one question lie together under numbers that were dealt at random and say nothing of who wrote them.
create table exam.marking_answer (
    id         uuid primary key,
    exam_id    uuid not null references exam.marking (exam_id),
    attempt_id uuid not null,
    slot       smallint not null,
    question   smallint not null,        -- of the exam, from 1, over all its forms
    number     integer not null,
    unit_id    uuid not null,            -- whose candidate wrote it
    open       boolean not null default true,   -- whether it waits for an opinion
    unique (attempt_id, slot),
    unique (exam_id, question, number)
);

-- One opinion about one answer. Claimed by one marker until a moment; from then on others may take it.
create table exam.marking_task (
    answer_id     uuid not null references exam.marking_answer (id),
    opinion       smallint not null check (opinion between 1 and 3),
    marker_id     uuid,
    claimed_until timestamptz,
    points        numeric(8, 2),
    marked_at     timestamptz,
    primary key (answer_id, opinion),
    unique (answer_id, marker_id),
    check ((marked_at is null) = (points is null)),
    check (marked_at is null or marker_id is not null),
    check ((marker_id is null) = (claimed_until is null))
);
create index marking_task_by_marker on exam.marking_task (marker_id) where marker_id is not null;
