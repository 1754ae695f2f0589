-- What happened around the answers: the page was left, another device took over. Told to the organizer and to the
-- candidate, and weighed by people alone. The player numbers what it saw from 1; what the server saw has negative
-- numbers, so that the two never meet.
create table attempt.sitting_event (
    attempt_id  uuid not null references attempt.attempt (id),
    epoch       integer not null,
    sequence    integer not null check (sequence <> 0),
    kind        text not null check (kind in ('LEFT', 'UNFOCUSED', 'TAKEN_OVER')),
    happened_at timestamptz not null,
    seconds     integer check (seconds >= 0),      -- null: not back yet, or of no duration
    cause       text check (cause in ('RELOAD', 'REOPENED', 'OTHER_WINDOW', 'UNKNOWN')),
    received_at timestamptz not null,
    primary key (attempt_id, epoch, sequence)
);

-- What the candidate has to say about it.
create table attempt.remark (
    attempt_id uuid primary key references attempt.attempt (id),
    words      text not null check (length(words) between 1 and 500),
    written_at timestamptz not null
);
