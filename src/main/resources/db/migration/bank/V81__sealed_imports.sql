-- Rows of imports that say what sealed items say are emptied when these are sealed; those of before are emptied here.
create index import_row_updates on bank.import_row (updates) where updates is not null;
create index import_row_known on bank.import_row (duplicate_of) where state = 'KNOWN';

delete from bank.import_upload u using bank.import_row r, bank.item i
where i.secrecy = 'SEALED' and r.import_id = u.import_id
    and (r.item_id = i.id or r.updates = i.id or (r.state = 'KNOWN' and r.duplicate_of = i.code));

update bank.import_row r
set content = null, original = '{}', cells = '{}', unreadable = '[]', source = '',
    fingerprint = null, duplicate_of = case when r.state = 'KNOWN' then r.duplicate_of end, updates = null,
    problems = case
        when r.state in ('COMMITTED', 'KNOWN') then '[]'::jsonb
        else '[{"field": null, "code": "exchange.row-sealed", "arguments": [], "source": "", "severity": "ERROR",
            "confidence": null}]'::jsonb end,
    state = case when r.state in ('COMMITTED', 'KNOWN') then r.state else 'FAULTY' end, version = r.version + 1
from bank.item i
where i.secrecy = 'SEALED'
    and (r.item_id = i.id or r.updates = i.id or (r.state = 'KNOWN' and r.duplicate_of = i.code));
