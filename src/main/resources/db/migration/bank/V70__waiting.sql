-- Items whose search document and the like are still to be made: a large import is committed without waiting for them.
create table bank.document_waiting (
    item_id uuid primary key
);

-- Many new items are inserted with their first versions: the one points to the other and back.
alter table bank.item alter constraint item_proposed_version_id_fkey deferrable initially immediate;
