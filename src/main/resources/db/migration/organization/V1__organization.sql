create schema if not exists organization;

create table organization.unit (
    id      uuid primary key,
    name    text not null,
    kind    text not null,
    made_at timestamptz not null
);

-- A unit stands in several lines at once, each with dates. Days are those of the application's zone;
-- valid_to is the first day on which the line no longer holds.
create table organization.unit_line (
    child      uuid not null references organization.unit (id),
    parent     uuid not null references organization.unit (id),
    line       text not null,
    valid_from date not null,
    valid_to   date,
    primary key (child, parent, line, valid_from),
    check (child <> parent),
    check (valid_to is null or valid_to > valid_from)
);
create index unit_line_by_parent on organization.unit_line (parent, line);
create unique index unit_line_one_territorial_parent on organization.unit_line (child)
    where line = 'TERRITORIAL' and valid_to is null;
