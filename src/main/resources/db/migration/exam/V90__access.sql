-- From which addresses and with which browser an exam may be sat; no row where nothing is asked.
create table exam.access_rules (
    exam_id     uuid primary key references exam.exam (id),
    addresses   text[]  not null default '{}',
    own_config  boolean not null default false,
    config_keys text[]  not null default '{}',
    exam_keys   text[]  not null default '{}'
);

-- Who was not let in, once for each cause and address, so that the organizer can see and decide.
create table exam.refused_entry (
    exam_id   uuid        not null references exam.exam (id),
    person_id uuid        not null,
    reason    text        not null,
    address   text        not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    times     integer     not null default 1,
    primary key (exam_id, person_id, reason, address)
);

-- Whom the organizer lets in all the same.
create table exam.let_in (
    exam_id   uuid        not null references exam.exam (id),
    person_id uuid        not null,
    let_by    uuid        not null,
    let_at    timestamptz not null,
    primary key (exam_id, person_id)
);
