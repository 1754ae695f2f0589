create schema if not exists account;

-- One row. Whoever changes what somebody may do counts it up in the same transaction and so waits for others who do:
-- numbers become visible in their order, and a node that polls from the last number it saw misses none.
create table account.change_counter (
    only_row boolean primary key default true check (only_row),
    value    bigint not null
);
insert into account.change_counter (value) values (0);

create table account.person (
    id            uuid primary key,
    name          text not null,
    staff_number  text,
    phone         text,
    unit_id       uuid not null,
    trade_id      uuid,
    level         text,
    active        boolean not null,
    demo          boolean not null default false,
    generation    integer not null default 1,
    change_number bigint not null default 0,
    made_at       timestamptz not null,
    unique (unit_id, staff_number)
);
create index person_by_unit on account.person (unit_id, name);
create index person_by_change on account.person (change_number) where change_number > 0;

create table account.sign_in (
    person_id     uuid primary key references account.person (id),
    username      text not null unique check (username = lower(username)),
    password_hash text not null,
    changed_at    timestamptz not null
);

create table account.role_grant (
    person_id  uuid not null references account.person (id),
    role       text not null,
    unit_id    uuid not null,
    trades     uuid[] not null default '{}',
    granted_at timestamptz not null,
    granted_by uuid,
    primary key (person_id, role, unit_id)
);

-- Of everything that opens a door only the SHA-256 is kept, and the generation of the person it was made under.
create table account.person_token (
    hash       bytea primary key,
    person_id  uuid not null references account.person (id),
    generation integer not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);
create index person_token_by_person on account.person_token (person_id);
create index person_token_by_expiry on account.person_token (expires_at);

create table account.remembered_sign_in (
    hash       bytea primary key,
    person_id  uuid not null references account.person (id),
    generation integer not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
create index remembered_sign_in_by_person on account.remembered_sign_in (person_id);

create table account.activation_card (
    hash       bytea primary key,
    person_id  uuid not null references account.person (id),
    made_at    timestamptz not null,
    made_by    uuid not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    void_at    timestamptz
);
create index activation_card_by_person on account.activation_card (person_id);

-- Devices from which a person has signed in before; they keep a throttling allowance of their own.
create table account.known_device (
    person_id uuid not null references account.person (id),
    hash      bytea not null,
    last_used timestamptz not null,
    primary key (person_id, hash)
);
