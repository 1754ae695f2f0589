-- Somebody who practised an item says that something is wrong with it.
create table bank.report (
    id           uuid primary key,
    item_id      uuid not null references bank.item (id),
    -- What they met.
    version_id   uuid not null references bank.item_version (id),
    trade_id     uuid not null,
    person_id    uuid not null,
    unit_id      uuid not null,
    reason       text not null,
    words        text not null,
    made_at      timestamptz not null,
    due          date not null,
    state        text not null check (state in ('OPEN', 'FIXED', 'KEPT')),
    -- The version that mended it.
    fixed_number integer,
    answer       text not null,
    answered_by  uuid,
    answered_at  timestamptz,
    check ((state = 'OPEN') = (answered_at is null)),
    check ((state = 'FIXED') = (fixed_number is not null))
);
create unique index report_open_once on bank.report (person_id, item_id) where state = 'OPEN';
create index report_queue on bank.report (trade_id, due) where state = 'OPEN';
create index report_by_item on bank.report (item_id) where state = 'OPEN';
create index report_by_person on bank.report (person_id, made_at desc);
create index report_credit on bank.report (trade_id, person_id) where state = 'FIXED';
