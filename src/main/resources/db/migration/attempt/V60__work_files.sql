-- Photographs and files of work that candidates hand in with written responses. Each belongs to one attempt: the same
-- content in another attempt is another row, so that nobody learns from a hash what somebody else has handed in. A step
-- of the journal names its files by their hashes; none is ever taken away, whatever the response names later.
create table attempt.work_file (
    attempt_id  uuid not null references attempt.attempt (id),
    hash        text not null check (hash ~ '^[0-9a-f]{64}$'),     -- SHA-256 of the content
    type        text not null check (type in ('JPEG', 'PNG', 'WEBP', 'PDF')),
    size        integer not null check (size > 0),
    width       integer not null,                                   -- of a picture; 0 for none
    height      integer not null,
    received_at timestamptz not null,
    content     bytea not null,
    primary key (attempt_id, hash)
);
-- What is compressed already (all of these are) gains nothing by it, and is read stretch by stretch.
alter table attempt.work_file alter column content set storage external;
