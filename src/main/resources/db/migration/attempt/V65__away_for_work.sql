-- Adding a photograph takes the page out of sight for as long as the camera is open. That is told by a cause of its own.
alter table attempt.sitting_event
    drop constraint sitting_event_cause_check,
    add constraint sitting_event_cause_check
        check (cause in ('RELOAD', 'REOPENED', 'OTHER_WINDOW', 'ADDING_WORK', 'UNKNOWN'));
