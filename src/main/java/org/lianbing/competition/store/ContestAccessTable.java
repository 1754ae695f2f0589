package org.lianbing.competition.store;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.competition.CompetitionId;
import org.lianbing.exam.AccessRules;

/** The table {@code competition.access_rules}: what a competition's exam is to ask for. */
@Repository
class ContestAccessTable {

    private final JdbcClient jdbc;

    ContestAccessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts these in the place of the old ones. */
    void put(CompetitionId id, AccessRules rules) {
        jdbc.sql("delete from competition.access_rules where competition_id = :id")
                .param("id", id.value())
                .update();
        if (!rules.isEmpty()) {
            jdbc.sql("""
                            insert into competition.access_rules
                                (competition_id, addresses, own_config, config_keys, exam_keys)
                            values (:id, :addresses, :own, :configs, :exams)
                            """)
                    .param("id", id.value())
                    .param("addresses", Sql.texts(rules.addresses()))
                    .param("own", rules.browser().ownConfig())
                    .param("configs", Sql.texts(rules.browser().configKeys()))
                    .param("exams", Sql.texts(rules.browser().examKeys()))
                    .update();
        }
    }

    AccessRules find(CompetitionId id) {
        return jdbc.sql("""
                        select addresses, own_config, config_keys, exam_keys from competition.access_rules
                        where competition_id = :id
                        """)
                .param("id", id.value())
                .query(ContestAccessTable::rules)
                .optional()
                .orElse(AccessRules.NONE);
    }

    private static AccessRules rules(ResultSet row, int number) throws SQLException {
        return AccessRules.of(
                Sql.texts(row, "addresses"),
                row.getBoolean("own_config"),
                Sql.texts(row, "config_keys"),
                Sql.texts(row, "exam_keys"));
    }
}
