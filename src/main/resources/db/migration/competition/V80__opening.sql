-- An opening that takes longer than anybody waits goes on in the background: the papers are drawn once and kept here, then
-- frozen some at a time.
alter table competition.competition drop constraint competition_state_check;
alter table competition.competition
    add constraint competition_state_check check (state in ('DRAFT', 'OPENING', 'OPEN', 'CLOSED'));

-- 0: a form for each candidate.
alter table competition.paper_rules drop constraint paper_rules_forms_check;
alter table competition.paper_rules add constraint paper_rules_forms_check check (forms between 0 and 2000);

-- One row a competition that is being opened, or whose last opening came to nothing.
create table competition.opening (
    id             uuid primary key,
    competition_id uuid not null unique references competition.competition (id) on delete cascade,
    opener_id      uuid not null,
    begun_at       timestamptz not null,
    forms          smallint not null check (forms > 0),
    drawn_at       timestamptz,
    fairness       jsonb,
    -- How often a batch failed for a reason that may pass.
    failures       smallint not null default 0,
    failed_at      timestamptz,
    problem        text,
    problem_zh     text,
    problem_en     text,
    check ((failed_at is null) = (problem is null))
);

-- What was drawn: the versions in the order of the sections, which cannot change while the competition is being opened.
create table competition.opening_form (
    opening_id uuid not null references competition.opening (id) on delete cascade,
    number     smallint not null check (number > 0),
    form_id    uuid not null unique,
    versions   uuid[] not null,
    frozen     boolean not null default false,
    primary key (opening_id, number)
);
