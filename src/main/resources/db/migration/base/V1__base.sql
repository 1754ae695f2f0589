create schema if not exists base;

create table base.audit_entry (
    id           uuid primary key,
    at           timestamptz not null,
    person_id    uuid,
    person_name  text,
    unit_id      uuid,
    action       text not null,
    subject_type text not null,
    subject_id   uuid,
    detail       text not null
);
create index audit_entry_by_time on base.audit_entry (at desc, id desc);

-- Keys that sign tokens. Made on the first start, so that none stands in a file of the repository.
create table base.secret (
    name    text not null,
    key_id  integer not null,
    value   bytea not null,
    made_at timestamptz not null,
    primary key (name, key_id)
);
