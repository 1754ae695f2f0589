create schema if not exists studio;

create table studio.studio (
    id           uuid primary key,
    name         text not null unique,
    host_id      uuid not null,
    unit_id      uuid not null,
    trade_id     uuid not null,
    field        text not null,
    naming_level text not null check (naming_level in ('ENTERPRISE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION')),
    named_on     date not null,
    honours      text not null,
    introduction text not null
);
create index studio_by_host on studio.studio (host_id);

-- A member may be a person of the application or a name alone.
create table studio.member (
    studio_id uuid not null references studio.studio on delete cascade,
    number    integer not null,
    person_id uuid,
    name      text not null,
    role      text not null,
    primary key (studio_id, number)
);
