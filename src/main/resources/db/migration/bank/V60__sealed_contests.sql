-- A sealed set in the contest it was written for. Its setters name the organizers who may let a contest draw from it
-- without reading it, and say what becomes of the set when the results of that contest come out.
create table bank.sealed_organizer (
    set_id    uuid not null references bank.sealed_set (id),
    person_id uuid not null,
    added_by  uuid,
    added_at  timestamptz not null,
    primary key (set_id, person_id)
);
create index sealed_organizer_by_person on bank.sealed_organizer (person_id);

alter table bank.sealed_set
    add column after_contest text not null default 'RESERVED' check (after_contest in ('OPEN', 'RESERVED')),
    -- The one contest that drew from it; no foreign key crosses a schema.
    add column contest_id    uuid,
    add column contest_title text,
    add constraint contest_has_title check ((contest_id is null) = (contest_title is null));
