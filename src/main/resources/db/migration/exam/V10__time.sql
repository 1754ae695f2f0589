-- What a late starter gets, and how long after a deadline answers are taken. Exams that were laid down before there was
-- a choice go on as they were: the full time, but nobody works after the end of the window.
alter table exam.exam
    add column late_start    text not null default 'WITHIN_WINDOW'
                             check (late_start in ('FULL', 'WITHIN_WINDOW', 'REMAINING')),
    add column grace_seconds integer not null default 5 check (grace_seconds between 0 and 60);

-- What was decided about the time of all since: the sum of extra time, the pauses that are over, the one that lasts.
alter table exam.exam
    add column extra_seconds integer not null default 0 check (extra_seconds >= 0),
    add column extra_reason  text,
    add column paused_micros bigint not null default 0 check (paused_micros >= 0),
    add column paused_at     timestamptz,
    add column pause_reason  text,
    add column over_at       timestamptz,   -- when nobody may start any more; null while a pause keeps that open
    add constraint pause_has_reason check ((paused_at is null) = (pause_reason is null));
update exam.exam set over_at = closes_at;
drop index exam.exam_waiting_for_release;
create index exam_waiting_for_release on exam.exam (over_at)
    where state = 'SCHEDULED' and release_rule = 'AUTOMATIC';
drop index exam.exam_absences_to_note;
create index exam_absences_to_note on exam.exam (over_at) where absences_at is null and state <> 'CANCELLED';

-- The same for one candidate, before the start, too.
alter table exam.candidate
    add column extra_seconds integer not null default 0 check (extra_seconds >= 0),
    add column extra_reason  text;

create table exam.time_decision (
    id         uuid primary key,             -- ordered by time
    exam_id    uuid not null references exam.exam (id) on delete cascade,
    person_id  uuid,                         -- null: for all
    kind       text not null check (kind in ('EXTRA', 'PAUSE', 'RESUME', 'REOPEN')),
    micros     bigint not null,
    reason     text not null,
    affected   integer not null,
    decided_by uuid not null,
    decider    text not null,
    decided_at timestamptz not null
);
create index time_decision_by_exam on exam.time_decision (exam_id, id);
