-- When everybody on the roster had an attempt prepared; null until then, and again for a roster that grew. Admission
-- links carry the generations of exam and candidate: counting one up ends the links made before.
alter table exam.exam
    add column prepared_at     timestamptz,
    add column link_generation integer not null default 1;
create index exam_to_prepare on exam.exam (opens_at) where prepared_at is null and state = 'SCHEDULED';

-- When the candidate's device first held the sealed form.
alter table exam.candidate
    add column ready_at        timestamptz,
    add column link_generation integer not null default 1;
create index candidate_renewed on exam.candidate (exam_id) where link_generation > 1;
create index candidate_with_extra on exam.candidate (exam_id) where extra_seconds <> 0;
