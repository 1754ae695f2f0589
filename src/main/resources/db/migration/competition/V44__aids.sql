-- What the organizer means to allow; the exam takes it over on opening.
alter table competition.competition
    add column calculator    boolean not null default false,
    add column formula_sheet text not null default '',
    add column guarded       boolean not null default false;
