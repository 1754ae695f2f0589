package org.lianbing.competition.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.OpeningId;
import org.lianbing.competition.OpeningProgress;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.DrawnForm;
import org.lianbing.paper.Fairness;
import org.lianbing.paper.FormId;

/** The tables {@code competition.opening} and {@code competition.opening_form}. */
@Repository
public class OpeningTable {

    /**
     * An opening that goes on.
     *
     * @param opener who pressed the button
     * @param forms how many there will be
     * @param drawn whether it is decided what stands in them
     */
    public record Begun(OpeningId id, CompetitionId competition, PersonId opener, int forms, boolean drawn) {}

    /** A form that this transaction is to freeze. */
    public record Taken(FormId form, List<ItemVersionId> versions) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;

    OpeningTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Begins one; what is known of a failure before is forgotten. */
    public void begin(Begun begun, Instant now) {
        jdbc.sql("delete from competition.opening where competition_id = :competition and failed_at is not null")
                .param("competition", begun.competition().value())
                .update();
        jdbc.sql("""
                        insert into competition.opening (id, competition_id, opener_id, begun_at, forms)
                        values (:id, :competition, :opener, :now, :forms)
                        """)
                .param("id", begun.id().value())
                .param("competition", begun.competition().value())
                .param("opener", begun.opener().value())
                .param("now", Sql.at(now))
                .param("forms", begun.forms())
                .update();
    }

    /** Those that go on, the first begun first. */
    public List<OpeningId> goingOn() {
        return jdbc.sql("select id from competition.opening where failed_at is null order by begun_at, id")
                .query((row, number) -> new OpeningId(Sql.uuid(row, "id")))
                .list();
    }

    /** The one that goes on; empty once it has ended in any way. */
    public Optional<Begun> find(OpeningId id) {
        return jdbc.sql("""
                        select id, competition_id, opener_id, forms, drawn_at from competition.opening
                        where id = :id and failed_at is null
                        """).param("id", id.value()).query(OpeningTable::begun).optional();
    }

    /** The same of a competition; nobody else ends it or calls it off until the transaction ends. */
    public Optional<Begun> hold(CompetitionId competition) {
        return jdbc.sql("""
                        select id, competition_id, opener_id, forms, drawn_at from competition.opening
                        where competition_id = :competition and failed_at is null for update
                        """)
                .param("competition", competition.value())
                .query(OpeningTable::begun)
                .optional();
    }

    private static Begun begun(ResultSet row, int number) throws SQLException {
        return new Begun(
                new OpeningId(Sql.uuid(row, "id")),
                new CompetitionId(Sql.uuid(row, "competition_id")),
                new PersonId(Sql.uuid(row, "opener_id")),
                row.getInt("forms"),
                Sql.instantOrNull(row, "drawn_at") != null);
    }

    /**
     * Whether this transaction alone draws for the opening. Not by its row: drawing takes its time, and whoever calls the
     * opening off meanwhile does not wait for it.
     */
    public boolean drawAlone(OpeningId id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('competition.opening'), hashtext(:id))")
                .param("id", id.value().toString())
                .query(Boolean.class)
                .single();
    }

    /** Whether it goes on and nothing was drawn for it yet, as it is now. */
    public boolean awaitsDrawing(OpeningId id) {
        return find(id).filter(begun -> !begun.drawn()).isPresent();
    }

    /** Counts a drawing that begins; how many there were with it. */
    public int countDrawing(OpeningId id) {
        return jdbc.sql("update competition.opening set drawings = drawings + 1 where id = :id returning drawings")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Keeps what was drawn; false where that was done before, or the opening was called off. */
    public boolean markDrawn(OpeningId id, Fairness fairness, List<DrawnForm> forms, Instant now) {
        int marked = jdbc.sql("""
                        update competition.opening set drawn_at = :now, fairness = :fairness::jsonb
                        where id = :id and drawn_at is null and failed_at is null
                        """)
                .param("id", id.value())
                .param("now", Sql.at(now))
                .param("fairness", json.writeValueAsString(fairness))
                .update();
        if (marked > 0) {
            insert(id, forms);
        }
        return marked > 0;
    }

    private void insert(OpeningId id, List<DrawnForm> forms) {
        List<MapSqlParameterSource> rows = new ArrayList<>();
        for (DrawnForm form : forms) {
            rows.add(new MapSqlParameterSource("opening", id.value())
                    .addValue("number", rows.size() + 1)
                    .addValue("form", form.id().value())
                    .addValue(
                            "versions",
                            form.slots().stream()
                                    .map(DraftSlot::version)
                                    .map(ItemVersionId::value)
                                    .toArray(UUID[]::new)));
        }
        batches.batchUpdate("""
                insert into competition.opening_form (opening_id, number, form_id, versions)
                values (:opening, :number, :form, :versions)
                """, rows.toArray(MapSqlParameterSource[]::new));
    }

    /**
     * The next forms, from now on frozen if the transaction comes to its end. Those at which another transaction is are
     * passed over, and come back where it does not. They are chosen once, whatever the plan: a choice that is made again
     * for a row passes over what it has locked itself, and takes more than the limit.
     */
    public List<Taken> take(OpeningId id, int limit) {
        return jdbc.sql("""
                        with next as materialized (
                            select opening_id, number from competition.opening_form
                            where opening_id = :id and not frozen
                            order by number limit :limit for update skip locked)
                        update competition.opening_form f set frozen = true
                        from next where f.opening_id = next.opening_id and f.number = next.number
                        returning f.form_id, f.versions
                        """)
                .param("id", id.value())
                .param("limit", limit)
                .query((row, number) -> new Taken(new FormId(Sql.uuid(row, "form_id")), versions((UUID[])
                        row.getArray("versions").getArray())))
                .list();
    }

    private static List<ItemVersionId> versions(UUID[] ids) {
        return Arrays.stream(ids).map(ItemVersionId::new).toList();
    }

    /** Whether all its forms are frozen, and nobody else ends it until the transaction ends. */
    public boolean holdComplete(OpeningId id) {
        return jdbc.sql("""
                        select id from competition.opening
                        where id = :id and drawn_at is not null and failed_at is null
                          and not exists (select 1 from competition.opening_form where opening_id = :id and not frozen)
                        for update skip locked
                        """)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Its forms in their order. */
    public List<FormId> forms(OpeningId id) {
        return jdbc.sql("select form_id from competition.opening_form where opening_id = :id order by number")
                .param("id", id.value())
                .query((row, number) -> new FormId(Sql.uuid(row, "form_id")))
                .list();
    }

    /** Whatever stands in any of its forms. */
    public Set<ItemVersionId> versions(OpeningId id) {
        return jdbc.sql("""
                        select distinct unnest(versions) as version from competition.opening_form where opening_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new ItemVersionId(Sql.uuid(row, "version")))
                .set();
    }

    /** How alike its forms are; there once they are drawn. */
    public Fairness fairness(OpeningId id) {
        String text = jdbc.sql("select fairness::text from competition.opening where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        return json.readValue(text, Fairness.class);
    }

    /**
     * Gives its forms up, whoever is freezing some of them at the moment: that is waited for. From the last one, towards
     * those who take the first: so they find none to take next, and are not waited for again and again.
     */
    public List<FormId> removeForms(OpeningId id) {
        jdbc.sql("select number from competition.opening_form where opening_id = :id order by number desc for update")
                .param("id", id.value())
                .query(Integer.class)
                .list();
        return jdbc.sql("delete from competition.opening_form where opening_id = :id returning form_id")
                .param("id", id.value())
                .query((row, number) -> new FormId(Sql.uuid(row, "form_id")))
                .list();
    }

    public void delete(OpeningId id) {
        jdbc.sql("delete from competition.opening where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Counts a failure that may pass; how many there were. */
    public int countFailure(OpeningId id) {
        return jdbc.sql("update competition.opening set failures = failures + 1 where id = :id returning failures")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** It came to nothing, and stays for whoever asks why. */
    public void markFailed(OpeningId id, OpeningProgress.Failure failure) {
        jdbc.sql("""
                        update competition.opening
                        set failed_at = :at, problem = :code, problem_zh = :chinese, problem_en = :english,
                            fairness = null
                        where id = :id
                        """)
                .param("id", id.value())
                .param("at", Sql.at(failure.at()))
                .param("code", failure.code())
                .param("chinese", failure.chinese())
                .param("english", failure.english())
                .update();
    }

    /** How far the opening of a competition is; null where there is none and none has failed. */
    @Nullable
    OpeningProgress progress(CompetitionId competition) {
        return jdbc.sql("""
                        select o.forms, o.drawn_at, o.failed_at, o.problem, o.problem_zh, o.problem_en,
                               (select count(*) from competition.opening_form f
                                where f.opening_id = o.id and f.frozen) as made
                        from competition.opening o where o.competition_id = :competition
                        """)
                .param("competition", competition.value())
                .query((row, number) -> new OpeningProgress(
                        row.getInt("forms"),
                        Sql.instantOrNull(row, "drawn_at") != null,
                        row.getInt("made"),
                        failure(row)))
                .optional()
                .orElse(null);
    }

    private static OpeningProgress.@Nullable Failure failure(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "failed_at");
        return at == null
                ? null
                : new OpeningProgress.Failure(
                        at, row.getString("problem"), row.getString("problem_zh"), row.getString("problem_en"));
    }
}
