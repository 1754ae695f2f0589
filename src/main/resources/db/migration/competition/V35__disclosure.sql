-- Scores, right answers and explanations come out each at its own time; and what it takes to pass.
alter table competition.competition
    add column answers_rule      text not null default 'WITH_SCORES'
               check (answers_rule in ('WITH_SCORES', 'AT', 'BY_HAND', 'NEVER')),
    add column answers_at        timestamptz,
    add column explanations_rule text not null default 'WITH_SCORES'
               check (explanations_rule in ('WITH_SCORES', 'AT', 'BY_HAND', 'NEVER')),
    add column explanations_at   timestamptz,
    add column pass_percent      smallint not null default 60 check (pass_percent between 1 and 100);
update competition.competition set answers_rule = 'NEVER', explanations_rule = 'NEVER' where not shows_answers;
alter table competition.competition drop column shows_answers;
