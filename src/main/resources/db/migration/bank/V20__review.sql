-- How much of a batch of open practice items a trade wants reviewed, in percent. Without a row: all of it.
create table bank.review_rule (
    trade_id   uuid primary key,
    share      smallint not null check (share between 1 and 100),
    changed_by uuid not null,
    changed_at timestamptz not null
);

-- Items dealt to one reviewer, to be done by a day.
create table bank.packet (
    id          uuid primary key,
    trade_id    uuid not null,
    title       text not null,
    reviewer_id uuid not null,
    due_on      date not null,
    dealt_by    uuid not null,
    dealt_at    timestamptz not null
);
create index packet_by_trade on bank.packet (trade_id, dealt_at desc);
create index packet_by_reviewer on bank.packet (reviewer_id, due_on);

create table bank.packet_item (
    packet_id uuid not null references bank.packet (id),
    item_id   uuid not null references bank.item (id),
    position  integer not null,
    done_at   timestamptz,
    outcome   text check (outcome in ('PUBLISHED', 'SENT_BACK', 'WITHDRAWN', 'MOVED')),
    primary key (packet_id, item_id),
    check ((done_at is null) = (outcome is null))
);
-- An item waits with one reviewer at a time.
create unique index packet_item_open on bank.packet_item (item_id) where done_at is null;

-- The thread on an item. A remark of its own can be settled; an answer stands under one.
create table bank.remark (
    id          uuid primary key,
    item_id     uuid not null references bank.item (id),
    version_id  uuid not null references bank.item_version (id),
    person_id   uuid not null,
    at          timestamptz not null,
    kind        text not null check (kind in ('REMARK', 'SENT_BACK', 'DISAGREEMENT')),
    text        text not null,
    answers_id  uuid references bank.remark (id),
    resolved_at timestamptz,
    resolved_by uuid,
    check ((resolved_at is null) = (resolved_by is null)),
    check (answers_id is null or resolved_at is null)
);
create index remark_by_item on bank.remark (item_id, at);

insert into bank.remark (id, item_id, version_id, person_id, at, kind, text)
select gen_random_uuid(), version.item_id, said.version_id, said.reviewer_id, said.at, 'SENT_BACK', said.comment
from bank.review_comment said join bank.item_version version on version.id = said.version_id;
drop table bank.review_comment;

-- What a reviewer answered before they saw the key. The first answer stays.
create table bank.blind_solve (
    version_id uuid not null references bank.item_version (id),
    person_id  uuid not null,
    at         timestamptz not null,
    response   text[] not null,
    agrees     boolean not null,
    primary key (version_id, person_id)
);

-- A batch of drafts from one import, and the sample of it that is looked at. The seed makes the draw repeatable.
create table bank.sample (
    id           uuid primary key,
    import_id    uuid not null references bank.import (id),
    trade_id     uuid not null,
    share        smallint not null,
    seed         bigint not null,
    drawn_by     uuid not null,
    drawn_at     timestamptz not null,
    published_by uuid,
    published_at timestamptz
);
create index sample_by_import on bank.sample (import_id, drawn_at desc);

create table bank.sample_item (
    sample_id  uuid not null references bank.sample (id),
    version_id uuid not null references bank.item_version (id),
    item_id    uuid not null references bank.item (id),
    drawn      boolean not null,
    primary key (sample_id, version_id)
);

-- Who put a version in force, and on what ground: their own eyes, or those that looked at the sample.
create table bank.publication (
    version_id uuid primary key references bank.item_version (id),
    item_id    uuid not null references bank.item (id),
    person_id  uuid not null,
    at         timestamptz not null,
    sample_id  uuid references bank.sample (id),
    word       text not null
);
create index publication_by_item on bank.publication (item_id, at desc);

create index item_waiting on bank.item (trade_id, changed_at) where proposal_state = 'IN_REVIEW';
