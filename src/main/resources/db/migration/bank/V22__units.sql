-- Whose item it is, and who beside that unit may see it: only those above, the whole line up and down, or everybody of
-- the trade. An item without a unit is common to all.
alter table bank.item
    add column unit_id uuid,
    add column sharing text not null default 'ALL' check (sharing in ('UNIT', 'LINE', 'ALL'));
create index item_by_unit on bank.item (unit_id) where unit_id is not null and sharing <> 'ALL';
