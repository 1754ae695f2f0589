-- From which sealed set (密题卷) the items of a section are drawn; null for the bank.
alter table competition.section add column sealed_set_id uuid;
