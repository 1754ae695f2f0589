-- An attempt that was declared void: why, when, and what it was before, so that it can be taken back.
alter table attempt.attempt
    add column void_reason text,
    add column voided_at   timestamptz,
    add column voided_from text check (voided_from in ('STARTED', 'HANDED_IN', 'CLOSED')),
    add constraint void_is_whole check ((state = 'VOID') = (void_reason is not null)
                                        and (state = 'VOID') = (voided_at is not null)
                                        and (state = 'VOID') = (voided_from is not null));
