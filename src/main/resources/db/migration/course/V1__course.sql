create schema if not exists course;

create table course.course (
    id           uuid primary key,
    title        text not null,
    summary      text not null,
    trade_id     uuid not null,
    host_id      uuid not null,
    state        text not null check (state in ('DRAFT', 'PUBLISHED')),
    made_at      timestamptz not null,
    published_at timestamptz
);
create index course_by_host on course.course (host_id);

create table course.lesson (
    id        uuid primary key,
    course_id uuid not null references course.course,
    number    integer not null,
    title     text not null,
    body      text not null,
    unique (course_id, number) deferrable initially deferred
);

create table course.lesson_point (
    lesson_id uuid not null references course.lesson on delete cascade,
    point_id  uuid not null,
    primary key (lesson_id, point_id)
);
create index lesson_point_by_point on course.lesson_point (point_id, lesson_id);

create table course.learning_record (
    person_id   uuid not null,
    lesson_id   uuid not null references course.lesson on delete cascade,
    opened_at   timestamptz not null,
    last_at     timestamptz not null,
    finished_at timestamptz,
    progress    integer not null check (progress between 0 and 100),
    primary key (person_id, lesson_id)
);
create index learning_record_by_lesson on course.learning_record (lesson_id);
