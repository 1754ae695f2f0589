package org.lianbing.account.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.account.PersonName;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** Reads {@code account.role_grant} by role. */
@Repository
public class GrantRows {

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Active people who hold the role for the trade; a grant without trades is for all. */
    public List<PersonName> holding(Role role, TradeId trade) {
        return jdbc.sql("""
                        select id, name, unit_id from account.person person
                        where active and exists (
                            select 1 from account.role_grant granted
                            where granted.person_id = person.id and granted.role = :role
                                and (granted.trades = '{}' or :trade = any(granted.trades)))
                        order by name, id
                        """)
                .param("role", role.name())
                .param("trade", trade.value())
                .query(GrantRows::name)
                .list();
    }

    /** Active people who hold one of the roles. */
    public List<PersonName> holdingOneOf(Collection<Role> roles) {
        return jdbc.sql("""
                        select id, name, unit_id from account.person person
                        where active and exists (
                            select 1 from account.role_grant granted
                            where granted.person_id = person.id and granted.role = any(:roles))
                        order by name, id
                        """)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query(GrantRows::name)
                .list();
    }

    private static PersonName name(ResultSet row, int number) throws SQLException {
        return new PersonName(
                new PersonId(Sql.uuid(row, "id")), row.getString("name"), new UnitId(Sql.uuid(row, "unit_id")));
    }
}
