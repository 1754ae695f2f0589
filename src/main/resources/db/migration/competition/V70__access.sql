-- From which addresses and with which browser the exam is to be sat; the exam takes it over on opening. No row where
-- nothing is asked.
create table competition.access_rules (
    competition_id uuid primary key references competition.competition (id) on delete cascade,
    addresses      text[]  not null default '{}',
    own_config     boolean not null default false,
    config_keys    text[]  not null default '{}',
    exam_keys      text[]  not null default '{}'
);
