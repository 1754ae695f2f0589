create schema if not exists ranking;

create table ranking.board (
    id         uuid primary key,
    title      text not null,
    subtitle   text not null,
    state      text not null check (state in ('HIDDEN', 'LIVE', 'FINAL')),
    -- Counts up with everything that changes what the board shows: copies in memory follow it.
    version    bigint not null,
    changed_at timestamptz not null,
    -- Set when results may have changed; the standing is then computed anew from where the results come from.
    stale      boolean not null default false
);
create index board_stale on ranking.board (id) where stale;

-- Boards are public, so no full name ever comes here.
create table ranking.result (
    board_id     uuid not null references ranking.board (id) on delete cascade,
    subject_id   uuid not null,
    masked_name  text not null,
    unit         text not null,
    score        numeric(9, 3) not null,
    time_used_ms bigint not null check (time_used_ms >= 0),
    ended_at     timestamptz not null,
    primary key (board_id, subject_id)
);
