-- What a competition asks of its paper beyond the sections; a competition without a row asks for nothing else.
create table competition.paper_rules (
    competition_id uuid primary key references competition.competition (id) on delete cascade,
    forms          smallint not null check (forms between 1 and 100),
    shuffled       boolean not null,
    tolerance      numeric(3, 2) not null,
    easy           smallint,
    medium         smallint,
    hard           smallint,
    must           uuid[] not null,
    rest_months    smallint not null,
    check ((easy is null) = (medium is null) and (easy is null) = (hard is null))
);
