create schema if not exists media;

create table media.file (
    hash         text primary key,
    content_type text not null,
    size         integer not null,
    bytes        bytea not null,
    stored_at    timestamptz not null
);
