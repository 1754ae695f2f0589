-- By which generation of the form's keys the result was scored; 0 as they were frozen.
alter table attempt.attempt add column generation integer not null default 0;

-- Results that a regrade put another one in the place of: they stay on record.
create table attempt.past_score (
    attempt_id  uuid not null references attempt.attempt (id),
    generation  integer not null,
    score       numeric(8, 2) not null,
    max_score   numeric(8, 2) not null,
    scored_at   timestamptz not null,
    replaced_by integer not null,
    replaced_at timestamptz not null,
    primary key (attempt_id, generation)
);

-- The scores of those slots that came out differently.
create table attempt.past_slot_score (
    attempt_id uuid not null,
    generation integer not null,
    slot       smallint not null,
    fraction   numeric(7, 6) not null,
    score      numeric(6, 2) not null,
    reason     text not null,
    primary key (attempt_id, generation, slot),
    foreign key (attempt_id, generation) references attempt.past_score (attempt_id, generation)
);
