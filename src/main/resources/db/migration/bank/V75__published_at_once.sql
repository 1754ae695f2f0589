-- Items of the bank on disk are inserted many at a time with the versions that are in force; those follow in the same
-- transaction.
alter table bank.item alter constraint item_published_version_id_fkey deferrable initially immediate;
