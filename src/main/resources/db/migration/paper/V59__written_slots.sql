-- What people mark is looked for with every answer that one of them opens, in all forms of the exam; few items are of these
-- types.
create index form_slot_written on paper.form_slot (form_id) where type in ('short-answer', 'essay');
