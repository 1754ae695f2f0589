package org.lianbing.bank.call.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.call.Credit;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** Counts what was taken and what was found, over {@code bank.proposal} and {@code bank.report}. */
@Repository
public class CreditTable {

    private final JdbcClient jdbc;

    CreditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Credit of(PersonId person) {
        return jdbc.sql("""
                        select
                            (select count(*) from bank.proposal
                             where person_id = :person and state = 'TAKEN') as taken,
                            (select count(*) from bank.report
                             where person_id = :person and state = 'FIXED') as found
                        """)
                .param("person", person.value())
                .query((row, number) -> new Credit(person, row.getInt("taken"), row.getInt("found")))
                .single();
    }

    /** Who gave most to a trade. */
    public List<Credit> ofTrade(TradeId trade, int limit) {
        return most("trade_id = :trade", limit)
                .param("trade", trade.value())
                .query(CreditTable::row)
                .list();
    }

    /** Who gave most of those who belonged to one of these units when they gave it. */
    public List<Credit> ofUnits(Set<UnitId> units, int limit) {
        return most("unit_id = any(:units)", limit)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(CreditTable::row)
                .list();
    }

    private StatementSpec most(String where, int limit) {
        return jdbc.sql("""
                        select person_id, sum(taken) as taken, sum(found) as found from (
                            select person_id, 1 as taken, 0 as found from bank.proposal
                            where state = 'TAKEN' and %1$s
                            union all
                            select person_id, 0, 1 from bank.report where state = 'FIXED' and %1$s) given
                        group by person_id order by sum(taken) + sum(found) desc, sum(taken) desc, person_id
                        limit :limit
                        """.formatted(where)).param("limit", limit);
    }

    private static Credit row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Credit(new PersonId(Sql.uuid(row, "person_id")), row.getInt("taken"), row.getInt("found"));
    }
}
