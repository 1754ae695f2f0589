-- Scores, right answers and explanations come out each at its own time. By hand: when somebody let them out.
alter table exam.exam
    add column answers_rule        text not null default 'WITH_SCORES'
               check (answers_rule in ('WITH_SCORES', 'AT', 'BY_HAND', 'NEVER')),
    add column answers_at          timestamptz,
    add column answers_out_at      timestamptz,
    add column explanations_rule   text not null default 'WITH_SCORES'
               check (explanations_rule in ('WITH_SCORES', 'AT', 'BY_HAND', 'NEVER')),
    add column explanations_at     timestamptz,
    add column explanations_out_at timestamptz,
    -- When nothing of the paper was secret any more and its items were given back.
    add column disclosed_at        timestamptz,
    add column pass_percent        smallint not null default 60 check (pass_percent between 1 and 100),
    add constraint answers_have_their_time check ((answers_rule = 'AT') = (answers_at is not null)),
    add constraint explanations_have_their_time check ((explanations_rule = 'AT') = (explanations_at is not null));
update exam.exam set answers_rule = 'NEVER', explanations_rule = 'NEVER' where not shows_answers;
update exam.exam set disclosed_at = released_at where state = 'RELEASED';
alter table exam.exam drop column shows_answers;
create index exam_waiting_for_disclosure on exam.exam (released_at) where state = 'RELEASED' and disclosed_at is null;
