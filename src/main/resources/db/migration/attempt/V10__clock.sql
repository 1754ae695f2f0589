-- The clock of an attempt: extra time that is in its deadline already, and its latest pause, which lasts while
-- resumed_at is null. It may stand for all of its purpose, for this person alone, or for both; time stands once.
alter table attempt.attempt
    add column extra_seconds    integer not null default 0,
    add column extra_reason     text,
    add column paused_at        timestamptz,
    add column resumed_at       timestamptz,
    add column paused_for_all   boolean not null default false,
    add column paused_alone     boolean not null default false,
    add column pause_reason     text,                        -- of the pause for all
    add column own_pause_reason text,
    add column paused_micros    bigint not null default 0,   -- of the pauses that are over
    add column clock_version    integer not null default 0,  -- counts the changes
    add column clock_changed_at timestamptz,
    add constraint pause_is_whole check (resumed_at is null or paused_at is not null),
    add constraint pause_has_a_cause check ((paused_at is not null and resumed_at is null)
                                            = (paused_for_all or paused_alone));
drop index attempt.attempt_overdue;
create index attempt_overdue on attempt.attempt (accept_until)
    where state = 'STARTED' and accept_until is not null and not paused_for_all and not paused_alone;
-- Every node looks here for clocks that changed.
create index attempt_clock_changed on attempt.attempt (clock_changed_at) where clock_changed_at is not null;
