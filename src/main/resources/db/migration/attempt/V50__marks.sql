-- What people found in written responses, append-only: a second thought is the next revision of an opinion and says why
-- it took the place of the one before. Opinions 1 and 2 are given without knowing of each other, 3 where they differ.
create table attempt.mark (
    attempt_id uuid not null references attempt.attempt (id),
    slot       smallint not null,
    opinion    smallint not null check (opinion between 1 and 3),
    revision   smallint not null check (revision > 0),
    marker_id  uuid not null,
    points     jsonb not null,               -- {"token of the rubric's point": "1.5", …}
    fraction   numeric(7, 6) not null check (fraction between 0 and 1),
    comment    text not null,
    reason     text,
    marked_at  timestamptz not null,
    primary key (attempt_id, slot, opinion, revision),
    check ((revision = 1) = (reason is null))
);
-- Nobody gives two opinions about one response.
create unique index mark_once_a_marker on attempt.mark (attempt_id, slot, marker_id) where revision = 1;

-- How many opinions are asked for, and from which difference on a third one is; fixed with the first mark.
create table attempt.mark_rule (
    purpose_kind text not null,
    purpose_id   uuid not null,
    opinions     smallint not null check (opinions in (1, 2)),
    difference   numeric(6, 2) not null check (difference >= 0),
    primary key (purpose_kind, purpose_id)
);

create index slot_score_unmarked on attempt.slot_score (attempt_id) where reason = 'UNMARKED';
