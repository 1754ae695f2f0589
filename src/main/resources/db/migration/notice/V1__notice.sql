create schema if not exists notice;

-- A message to a person: the key of a sentence with its arguments, so that it is read in the reader's language.
create table notice.notice (
    id        uuid primary key,
    person_id uuid not null,
    code      text not null,
    arguments text[] not null,
    -- What somebody wrote, shown as it is below the sentence; may be empty.
    words     text not null,
    -- Where it leads within the application.
    link      text not null,
    at        timestamptz not null,
    read_at   timestamptz
);
create index notice_by_person on notice.notice (person_id, at desc, id desc);
create index notice_unread on notice.notice (person_id) where read_at is null;
create index notice_by_age on notice.notice (at);
