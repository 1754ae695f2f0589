-- The coverage map asks for the type of every item and for nothing else of its version, whose content is large.
create index item_version_type on bank.item_version (id) include (type);
