-- A correction names a slot of one form; where there are several, which one (from 1). It holds in every form in which the
-- item stands. Generations are counted through the whole exam, so that a form may lack some.
alter table exam.correction add column form_number integer not null default 0;
drop index exam.correction_waits_once;
create unique index correction_waits_once on exam.correction (exam_id, form_number, slot) where state = 'PROPOSED';
