package org.lianbing.attempt.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.SlotFigures;
import org.lianbing.paper.FormId;

/** Counts answers over all attempts of a purpose. Groups of 27 % are the usual ones (Kelley 1939). */
@Repository
public class FigureRows {

    private static final String RANKED = """
            with ranked as (
                select id, row_number() over (order by score desc, id) as best,
                       row_number() over (order by score, id) as worst,
                       greatest(1, round(count(*) over () * 0.27)) as part
                from attempt.attempt
                where purpose_kind = :kind and purpose_id = :purpose and form_id = :form and scored_at is not null and state <> 'VOID'
            )
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FigureRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By slot; none where nobody has a score. */
    public List<SlotFigures> of(Purpose purpose, FormId form) {
        Map<Integer, List<SlotFigures.Given>> given = given(purpose, form);
        return jdbc.sql(RANKED + """
                        select s.slot, count(*) as attempts, avg(s.fraction) as facility,
                               coalesce(avg(s.fraction) filter (where r.best <= r.part), 0) as strong,
                               coalesce(avg(s.fraction) filter (where r.worst <= r.part), 0) as weak
                        from ranked r join attempt.slot_score s on s.attempt_id = r.id and s.reason <> 'UNMARKED'
                        group by s.slot order by s.slot
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("form", form.value())
                .query((row, number) -> new SlotFigures(
                        row.getInt("slot"),
                        row.getInt("attempts"),
                        row.getDouble("facility"),
                        row.getDouble("strong"),
                        row.getDouble("weak"),
                        given.getOrDefault(row.getInt("slot"), List.of())))
                .list();
    }

    private Map<Integer, List<SlotFigures.Given>> given(Purpose purpose, FormId form) {
        Map<Integer, List<SlotFigures.Given>> given = new HashMap<>();
        jdbc.sql(RANKED + """
                        , latest as (
                            select distinct on (t.attempt_id, t.slot) t.slot, t.value, r.best <= r.part as strong
                            from ranked r join attempt.response_step t on t.attempt_id = r.id
                            order by t.attempt_id, t.slot, t.epoch desc, t.sequence desc
                        ), counted as (
                            select slot, value::text as value, count(*) as times,
                                   count(*) filter (where strong) as strong,
                                   row_number() over (partition by slot order by count(*) desc, value::text) as nth
                            from latest where value <> 'null'::jsonb
                            group by slot, value::text
                        )
                        select slot, value, times, strong from counted where nth <= :most order by slot, nth
                        """)
                .param("kind", purpose.kind())
                .param("purpose", purpose.id())
                .param("form", form.value())
                .param("most", SlotFigures.MOST)
                .query(row -> {
                    given.computeIfAbsent(row.getInt("slot"), slot -> new ArrayList<>())
                            .add(new SlotFigures.Given(
                                    json.readTree(row.getString("value")),
                                    row.getInt("times"),
                                    row.getInt("strong"),
                                    null));
                });
        return given;
    }
}
