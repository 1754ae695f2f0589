package org.lianbing.bank.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.review.BlindSolve;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.blind_solve}. */
@Repository
public class SolveRows {

    private static final String SELECT =
            "select version_id, person_id, at, response, verdicts from bank.blind_solve where version_id = :version";

    private final JdbcClient jdbc;

    SolveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first answer stays; a later one is passed over. */
    public void insert(BlindSolve solve) {
        jdbc.sql("""
                        insert into bank.blind_solve (version_id, person_id, at, response, agrees, verdicts)
                        values (:version, :person, :at, :response, :agrees, :verdicts)
                        on conflict (version_id, person_id) do nothing
                        """)
                .param("version", solve.version().value())
                .param("person", solve.person().value())
                .param("at", Sql.at(solve.at()))
                .param("response", solve.response().toArray(String[]::new))
                .param("agrees", solve.agrees(), Types.BOOLEAN)
                .param("verdicts", solve.verdicts().toArray(Boolean[]::new))
                .update();
    }

    /** Keeps what was said of parts that were open. */
    public void say(BlindSolve solve) {
        jdbc.sql("""
                        update bank.blind_solve set agrees = :agrees, verdicts = :verdicts
                        where version_id = :version and person_id = :person
                        """)
                .param("version", solve.version().value())
                .param("person", solve.person().value())
                .param("agrees", solve.agrees(), Types.BOOLEAN)
                .param("verdicts", solve.verdicts().toArray(Boolean[]::new))
                .update();
    }

    public Optional<BlindSolve> find(ItemVersionId version, PersonId person) {
        return jdbc.sql(SELECT + " and person_id = :person")
                .param("version", version.value())
                .param("person", person.value())
                .query(SolveRows::row)
                .optional();
    }

    /** Everybody's answers to a version, oldest first. */
    public List<BlindSolve> of(ItemVersionId version) {
        return jdbc.sql(SELECT + " order by at, person_id")
                .param("version", version.value())
                .query(SolveRows::row)
                .list();
    }

    private static BlindSolve row(ResultSet row, int number) throws SQLException {
        return new BlindSolve(
                new ItemVersionId(Sql.uuid(row, "version_id")),
                new PersonId(Sql.uuid(row, "person_id")),
                Sql.instant(row, "at"),
                List.of((String[]) row.getArray("response").getArray()),
                Arrays.asList((Boolean[]) row.getArray("verdicts").getArray()));
    }
}
