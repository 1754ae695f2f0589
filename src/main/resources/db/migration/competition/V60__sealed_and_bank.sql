-- A section may take some of its items from a sealed set and the others from the bank.
alter table competition.section add column sealed_count smallint not null default 0;
update competition.section set sealed_count = count where sealed_set_id is not null;
alter table competition.section add check (
    case when sealed_set_id is null then sealed_count = 0 else sealed_count between 1 and count end);
