-- How much of a paper comes from the items of which level, in percent; empty for all from its own.
alter table competition.paper_rules
    add column levels         text[] not null default '{}',
    add column level_percents integer[] not null default '{}',
    add constraint a_percent_a_level check (cardinality(levels) = cardinality(level_percents));
