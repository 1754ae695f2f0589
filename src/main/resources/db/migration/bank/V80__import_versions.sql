-- What a row made, so that it can be told later whether the row, its item or both were changed since.
alter table bank.import_row
    add column made_version    uuid,
    -- The version that a row changes: a newer one is not overwritten unseen.
    add column updates_version uuid;

-- Of rows committed before this was kept: the first version of the item that asks the same.
update bank.import_row r
set made_version = (
    select v.id from bank.item_version v
    where v.item_id = r.item_id and v.fingerprint = r.fingerprint
    order by v.number limit 1)
where r.item_id is not null;
