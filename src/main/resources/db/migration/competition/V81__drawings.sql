-- How often a drawing was begun, counted before it begins: a process that ends over it, as for want of memory, cannot count
-- afterwards.
alter table competition.opening add column drawings smallint not null default 0;
