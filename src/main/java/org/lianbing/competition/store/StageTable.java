package org.lianbing.competition.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Ids;
import org.lianbing.base.Sql;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Stage;
import org.lianbing.exam.ExamId;
import org.lianbing.ranking.BoardId;

/** The table {@code competition.stage}. */
@Repository
public class StageTable {

    private static final String COLUMNS = "select competition_id, number, exam_id, board_id from competition.stage";

    private final JdbcClient jdbc;

    StageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Stage stage) {
        jdbc.sql("""
                        insert into competition.stage (id, competition_id, number, exam_id, board_id)
                        values (:id, :competition, :number, :exam, :board)
                        """)
                .param("id", Ids.next())
                .param("competition", stage.competition().value())
                .param("number", stage.number())
                .param("exam", stage.exam().value())
                .param("board", stage.board().value())
                .update();
    }

    public void deleteAll(CompetitionId competition) {
        jdbc.sql("delete from competition.stage where competition_id = :id")
                .param("id", competition.value())
                .update();
    }

    /** The first stage; there is one from the opening on. */
    public Optional<Stage> of(CompetitionId competition) {
        return jdbc.sql(COLUMNS + " where competition_id = :id and number = 1")
                .param("id", competition.value())
                .query(StageTable::stage)
                .optional();
    }

    public Optional<Stage> of(ExamId exam) {
        return jdbc.sql(COLUMNS + " where exam_id = :exam")
                .param("exam", exam.value())
                .query(StageTable::stage)
                .optional();
    }

    public Optional<Stage> of(BoardId board) {
        return jdbc.sql(COLUMNS + " where board_id = :board")
                .param("board", board.value())
                .query(StageTable::stage)
                .optional();
    }

    private static Stage stage(ResultSet row, int number) throws SQLException {
        return new Stage(
                new CompetitionId(Sql.uuid(row, "competition_id")),
                row.getInt("number"),
                new ExamId(Sql.uuid(row, "exam_id")),
                new BoardId(Sql.uuid(row, "board_id")));
    }
}
