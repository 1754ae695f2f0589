-- When it was noted who had not come; null until the window is over.
alter table exam.exam add column absences_at timestamptz;
create index exam_absences_to_note on exam.exam (closes_at) where absences_at is null and state <> 'CANCELLED';
