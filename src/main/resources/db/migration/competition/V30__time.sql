-- As in the exam that a competition becomes: what a late starter gets, and the grace after a deadline.
alter table competition.competition
    add column late_start    text not null default 'WITHIN_WINDOW'
                             check (late_start in ('FULL', 'WITHIN_WINDOW', 'REMAINING')),
    add column grace_seconds integer not null default 5 check (grace_seconds between 0 and 60);
