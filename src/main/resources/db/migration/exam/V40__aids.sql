-- What may be used in an exam, and whether its text may be taken along; frozen into the paper when it was scheduled.
alter table exam.exam
    add column calculator    boolean not null default false,
    add column formula_sheet text not null default '',
    add column guarded       boolean not null default false;
