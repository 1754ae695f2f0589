-- Searches and drills ask again and again which items are closed, and each item may stand in a thousand forms: one row of
-- this index says it of an item. What is merely kept from practice stays out of it.
create index embargo_closed on paper.embargo (item_id) where not practice_only;
