package org.lianbing.competition.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.AddressRange;
import org.lianbing.competition.CompetitionId;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.SafeBrowser;
import org.lianbing.exam.SebKey;

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
                    .param("addresses", texts(rules.addresses()))
                    .param("own", rules.browser().ownConfig())
                    .param("configs", texts(rules.browser().configKeys()))
                    .param("exams", texts(rules.browser().examKeys()))
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
        return new AccessRules(
                strings(row.getArray("addresses")).stream()
                        .map(AddressRange::of)
                        .toList(),
                new SafeBrowser(
                        row.getBoolean("own_config"),
                        strings(row.getArray("config_keys")).stream()
                                .map(SebKey::new)
                                .toList(),
                        strings(row.getArray("exam_keys")).stream()
                                .map(SebKey::new)
                                .toList()));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
