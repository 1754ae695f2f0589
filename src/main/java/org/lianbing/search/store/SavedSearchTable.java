package org.lianbing.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.search.SavedSearch;
import org.lianbing.search.SavedSearchId;

/** The table {@code search.saved_search}. */
@Repository
public class SavedSearchTable {

    private final JdbcClient jdbc;

    SavedSearchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<SavedSearch> of(PersonId person, String collection) {
        return jdbc.sql("""
            select id, name, selection from search.saved_search
            where person_id = :person and collection = :collection order by name
            """)
                .param("person", person.value())
                .param("collection", collection)
                .query(SavedSearchTable::row)
                .list();
    }

    public SavedSearch put(PersonId person, String collection, String name, String selection, Instant now) {
        return jdbc.sql("""
            insert into search.saved_search (id, person_id, collection, name, selection, made_at)
            values (:id, :person, :collection, :name, :selection, :now)
            on conflict (person_id, collection, name) do update
                set selection = excluded.selection, made_at = excluded.made_at
            returning id, name, selection
            """)
                .param("id", SavedSearchId.next().value())
                .param("person", person.value())
                .param("collection", collection)
                .param("name", name)
                .param("selection", selection)
                .param("now", Sql.at(now))
                .query(SavedSearchTable::row)
                .single();
    }

    public boolean remove(PersonId person, SavedSearchId id) {
        return jdbc.sql("delete from search.saved_search where person_id = :person and id = :id")
                        .param("person", person.value())
                        .param("id", id.value())
                        .update()
                > 0;
    }

    private static SavedSearch row(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                new SavedSearchId(Sql.uuid(row, "id")), row.getString("name"), row.getString("selection"));
    }
}
