-- Whether a reviewer's answer says what the key says, for each part of an item: as scoring a sitting finds, or, where no
-- machine can tell, as the reviewer says after they saw the key; null until they do. The whole agrees where every part
-- does.
alter table bank.blind_solve
    alter column agrees drop not null,
    add column verdicts boolean[];
update bank.blind_solve set verdicts = array[agrees];
alter table bank.blind_solve alter column verdicts set not null;
