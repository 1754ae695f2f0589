-- Items whose search document and the like are still to be made: a large import is committed without waiting for them.
create table bank.document_waiting (
    item_id uuid primary key references bank.item (id) on delete cascade
);
