-- A trade's people ask workers for items on a theme (征集).
create table bank.call (
    id        uuid primary key,
    trade_id  uuid not null,
    theme     text not null,
    words     text not null,
    points    uuid[] not null,
    -- The tops of the units it is addressed to.
    units     uuid[] not null,
    opens     date not null,
    closes    date not null check (closes >= opens),
    made_by   uuid not null,
    made_at   timestamptz not null,
    closed_at timestamptz
);
create index call_by_close on bank.call (closes desc);

-- An item as a worker wrote it on a phone; the sheet is kept as it was typed, complete or not.
create table bank.proposal (
    id          uuid primary key,
    call_id     uuid references bank.call (id),
    trade_id    uuid not null,
    person_id   uuid not null,
    unit_id     uuid not null,
    sheet       jsonb not null,
    state       text not null check (state in ('DRAFT', 'SENT', 'TAKEN', 'DECLINED')),
    saved_at    timestamptz not null,
    sent_at     timestamptz,
    due         date,
    item_id     uuid references bank.item (id),
    answer      text not null,
    answered_by uuid,
    answered_at timestamptz,
    check ((state = 'DRAFT') = (sent_at is null)),
    check ((state = 'TAKEN') = (item_id is not null)),
    check ((state in ('TAKEN', 'DECLINED')) = (answered_at is not null))
);
create index proposal_by_person on bank.proposal (person_id, saved_at desc);
create index proposal_queue on bank.proposal (trade_id, due) where state = 'SENT';
create index proposal_by_call on bank.proposal (call_id) where call_id is not null;
create index proposal_credit on bank.proposal (trade_id, person_id) where state = 'TAKEN';
