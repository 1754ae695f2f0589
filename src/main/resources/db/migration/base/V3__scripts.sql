-- A digest over all migration scripts that were applied last: while they are the same, a start need not ask each module.
create table base.applied_scripts (
    only_one boolean primary key default true check (only_one),
    digest   text not null
);
