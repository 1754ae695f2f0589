package org.lianbing.paper.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Problem;
import org.lianbing.base.Sql;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.DrawnForm;
import org.lianbing.paper.FormId;

/** Which items stand in forms that are not released. */
@Repository
public class EmbargoRows {

    static final String PAPERS_OUT = """
            select item_version_id, count(distinct form_id) as papers
            from paper.form_slot
            where form_id = any(array(select id from paper.form where released_at > frozen_at))
              and item_version_id = any(:versions::uuid[])
            group by item_version_id order by item_version_id desc
            """;

    /** Of each item one row is enough: there are as many as forms in which it stands. */
    static final String CLOSED = """
            select asked.item_id from unnest(:items::uuid[]) as asked (item_id)
            where exists (select 1 from paper.embargo e where e.item_id = asked.item_id and not e.practice_only)
            """;

    static final String AMONG = """
            select asked.item_id from unnest(:items::uuid[]) as asked (item_id)
            where exists (select 1 from paper.embargo e where e.item_id = asked.item_id)
            """;

    /** From each item to the next in the index, past the rows of its other forms. */
    static final String ALL = """
            with recursive closed as (
                (select item_id from paper.embargo where not practice_only order by item_id limit 1)
                union all
                select (select e.item_id from paper.embargo e
                        where e.item_id > closed.item_id and not e.practice_only order by e.item_id limit 1)
                from closed where closed.item_id is not null)
            select item_id from closed where item_id is not null
            """;

    private final JdbcClient jdbc;

    EmbargoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lays what stands in these forms under embargo; some hundred forms have ten thousands of places. */
    public void lay(Collection<DrawnForm> drawn, Map<ItemVersionId, PoolItem> items) {
        List<UUID> standing = new ArrayList<>();
        List<UUID> forms = new ArrayList<>();
        for (DrawnForm form : drawn) {
            for (DraftSlot slot : form.slots()) {
                PoolItem item = items.get(slot.version());
                if (item == null) {
                    throw Problem.notFound("paper.version-gone");
                }
                standing.add(item.item().value());
                forms.add(form.id().value());
            }
        }
        jdbc.sql("""
                        insert into paper.embargo (item_id, form_id)
                        select item_id, form_id from unnest(:items::uuid[], :forms::uuid[]) as held (item_id, form_id)
                        on conflict do nothing
                        """)
                .param("items", standing.toArray(UUID[]::new))
                .param("forms", forms.toArray(UUID[]::new))
                .update();
    }

    /** Lifts what these forms laid. */
    public void lift(Collection<FormId> forms) {
        jdbc.sql("delete from paper.embargo where form_id = any(:forms::uuid[])")
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .update();
    }

    /** Lifts what a form laid. */
    public void lift(FormId form) {
        jdbc.sql("delete from paper.embargo where form_id = :form")
                .param("form", form.value())
                .update();
    }

    /** Leaves of what a form laid that its items stay out of practice. */
    public void keepFromPractice(FormId form) {
        jdbc.sql("update paper.embargo set practice_only = true where form_id = :form")
                .param("form", form.value())
                .update();
    }

    /** Those of the items that are under embargo for everybody. */
    public Set<ItemId> closed(Collection<ItemId> items) {
        return jdbc.sql(CLOSED)
                .param("items", array(items))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    /** Those of the items whose keys no candidate may be shown: under embargo, or kept from practice. */
    public Set<ItemId> among(Collection<ItemId> items) {
        return jdbc.sql(AMONG)
                .param("items", array(items))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    /** Those of the forms in which such an item stands. */
    public Set<FormId> holding(Collection<FormId> forms) {
        return jdbc.sql("""
                        select asked.form_id from unnest(:forms::uuid[]) as asked (form_id)
                        where exists (select 1 from paper.form_slot s
                                      where s.form_id = asked.form_id
                                        and exists (select 1 from paper.embargo e where e.item_id = s.item_id))
                        """)
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query((row, number) -> new FormId(Sql.uuid(row, "form_id")))
                .set();
    }

    /** Those of the items that another form than these holds under embargo. */
    public Set<ItemId> amongOthers(Collection<FormId> forms, Collection<ItemId> items) {
        return jdbc.sql("""
                        select asked.item_id from unnest(:items::uuid[]) as asked (item_id)
                        where exists (select 1 from paper.embargo e
                                      where e.item_id = asked.item_id and e.form_id <> all(:forms::uuid[]))
                        """)
                .param("items", array(items))
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    /** Whatever is under embargo for everybody. */
    public Set<ItemId> all() {
        return jdbc.sql(ALL)
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    /**
     * In how many exam forms that are released each of these versions stands. By the forms of exams, of which there are
     * thousands, and not by all slots, of which drills have millions: so their ids come first, as an array, and the slots
     * by them. An index by version would be written with every slot of every drill, and would read all of them again.
     */
    public Map<ItemVersionId, Integer> papersOut(Collection<ItemVersionId> versions) {
        Map<ItemVersionId, Integer> found = new LinkedHashMap<>();
        jdbc.sql(PAPERS_OUT)
                .param("versions", versions.stream().map(ItemVersionId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new ItemVersionId(Sql.uuid(row, "item_version_id")), row.getInt("papers"));
                });
        return found;
    }

    private static UUID[] array(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).distinct().toArray(UUID[]::new);
    }
}
