-- Where answers or explanations never come out, the items serve exams again but stay out of whatever shows keys to
-- candidates.
alter table paper.embargo add column practice_only boolean not null default false;
