-- A hundred grams a document, one by one, cost more than the rest of writing it. Kept back and put in order a few hundred
-- documents at a time they cost a fifth; whoever searches meanwhile looks through a megabyte more, about a millisecond.
alter index search.document_by_grams set (fastupdate = on, gin_pending_list_limit = 1024);
alter index search.document_by_wide set (fastupdate = on, gin_pending_list_limit = 256);
