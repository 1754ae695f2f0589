-- What a paper is not to hold: items by code, and whatever stood in the papers of earlier contests. A competition without
-- a row leaves out nothing. No foreign keys: a code is looked up when a paper is drawn, and so is a contest, which may
-- have been taken back by then.
create table competition.left_out (
    competition_id uuid primary key references competition.competition (id) on delete cascade,
    codes          text[] not null,
    contests       uuid[] not null
);
