-- A task may be a part of a case: which one, from 1; null for an item by itself.
alter table practice.practical add column part integer check (part >= 1);
