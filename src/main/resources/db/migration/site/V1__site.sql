create schema if not exists site;

-- What this database was made for. A demonstration never becomes production, nor the other way round.
create table site.purpose (
    purpose text primary key check (purpose in ('DEMO', 'PRODUCTION')),
    made_at timestamptz not null
);
create unique index purpose_is_one on site.purpose ((true));
