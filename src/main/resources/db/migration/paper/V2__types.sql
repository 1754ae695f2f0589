-- The rule by which a response that is right in part counts (null: the type's usual one), and for a part of a 案例 which
-- case of the form it belongs to, which part it is, and how many there are. Tokens are lists of tokens from now on,
-- [["…", …], …]; the authored positions stand one list behind the other.
alter table paper.form_slot
    add column credit     text,
    add column case_group smallint,
    add column case_part  smallint,
    add column case_parts smallint,
    add constraint case_is_whole check ((case_group is null) = (case_part is null)
                                        and (case_group is null) = (case_parts is null));
