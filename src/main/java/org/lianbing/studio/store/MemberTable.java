package org.lianbing.studio.store;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioMember;

/** The table {@code studio.member}. */
@Repository
public class MemberTable {

    private final JdbcClient jdbc;

    MemberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<StudioMember> of(StudioId studio) {
        return jdbc.sql("select person_id, name, role from studio.member where studio_id = :studio order by number")
                .param("studio", studio.value())
                .query((row, number) -> {
                    UUID person = Sql.uuidOrNull(row, "person_id");
                    return new StudioMember(
                            person == null ? null : new PersonId(person), row.getString("name"), row.getString("role"));
                })
                .list();
    }

    public void replace(StudioId studio, List<StudioMember> members) {
        jdbc.sql("delete from studio.member where studio_id = :studio")
                .param("studio", studio.value())
                .update();
        for (int i = 0; i < members.size(); i++) {
            StudioMember member = members.get(i);
            jdbc.sql("""
                            insert into studio.member (studio_id, number, person_id, name, role)
                            values (:studio, :number, :person, :name, :role)
                            """)
                    .param("studio", studio.value())
                    .param("number", i + 1)
                    .param(
                            "person",
                            member.person() == null ? null : member.person().value())
                    .param("name", member.name())
                    .param("role", member.role())
                    .update();
        }
    }
}
