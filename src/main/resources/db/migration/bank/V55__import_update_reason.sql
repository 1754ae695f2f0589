-- Why a row of an import changes an item of the bank instead of becoming one, in the words of the person who said so.
alter table bank.import_row
    add column update_reason text;
