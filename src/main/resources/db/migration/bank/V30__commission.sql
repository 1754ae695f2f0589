-- Somebody is asked to write items (命题任务).
create table bank.commission (
    id        uuid primary key,
    trade_id  uuid not null,
    level     text,
    points    uuid[] not null,
    secrecy   text not null check (secrecy in ('OPEN', 'RESERVED')),
    note      text not null,
    due       date not null,
    made_by   uuid not null,
    made_at   timestamptz not null,
    state     text not null check (state in ('OPEN', 'CLOSED', 'WITHDRAWN')),
    thanks    text not null,
    ended_at  timestamptz,
    -- When the authors were reminded, so that they are once.
    soon_told_at    timestamptz,
    overdue_told_at timestamptz,
    check ((state = 'OPEN') = (ended_at is null))
);
create index commission_by_maker on bank.commission (made_by, made_at desc);
create index commission_open on bank.commission (due) where state = 'OPEN';

create table bank.commission_line (
    commission_id uuid not null references bank.commission (id),
    type          text not null,
    wanted        integer not null check (wanted > 0),
    primary key (commission_id, type)
);

create table bank.commission_author (
    commission_id uuid not null references bank.commission (id),
    person_id     uuid not null,
    primary key (commission_id, person_id)
);
create index commission_by_author on bank.commission_author (person_id);

-- What was written for it; an item answers one commission.
create table bank.commission_item (
    item_id       uuid primary key references bank.item (id),
    commission_id uuid not null references bank.commission (id),
    person_id     uuid not null,
    at            timestamptz not null
);
create index commission_item_by_commission on bank.commission_item (commission_id);
