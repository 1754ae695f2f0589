-- Who did something to these things: asked for instance for who reviewed the items of a paper.
create index audit_entry_by_subject on base.audit_entry (subject_id, action) where subject_id is not null;
