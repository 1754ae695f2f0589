-- Practical tasks that workers scored themselves (自评), for a trainer of the trade to confirm. Points are those of the
-- score sheet.
create table practice.practical (
    attempt_id uuid not null,
    slot       integer not null,
    person_id  uuid not null,
    unit_id    uuid not null,          -- where the person belonged then
    item_id    uuid not null,
    version_id uuid not null,
    trade_id   uuid not null,
    own_points numeric(8, 2) not null,
    of_points  numeric(8, 2) not null,
    seconds    integer not null,
    done_at    timestamptz not null,
    state      text not null default 'WAITING' check (state in ('WAITING', 'CONFIRMED', 'NOT_CONFIRMED')),
    points     numeric(8, 2),
    word       text,
    decided_by uuid,
    decided_at timestamptz,
    primary key (attempt_id, slot),
    check ((state = 'WAITING') = (decided_at is null) and (state = 'CONFIRMED') = (points is not null))
);
create index practical_waiting on practice.practical (trade_id, done_at) where state = 'WAITING';
create index practical_by_person on practice.practical (person_id, done_at desc);
