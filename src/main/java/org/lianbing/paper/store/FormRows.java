package org.lianbing.paper.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.FrozenSlot;
import org.lianbing.paper.RenderedForm;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotPlace;
import org.lianbing.trade.PointId;

/** Forms and their slots. */
@Repository
public class FormRows {

    private static final String SLOTS = """
            select number, section, item_id, item_version_id, type, trade_id, points, max_score,
                   tokens, authored, answer_key, credit, case_group, case_part, case_parts
            from paper.form_slot
            """;

    /** The places of forms in their order. */
    private static final String PLACES = """
            select f.place, s.form_id, s.number, s.item_version_id, coalesce(s.case_part, 0) as part, s.type, s.max_score
            from unnest(:forms::uuid[]) with ordinality as f (form_id, place)
            join paper.form_slot s on s.form_id = f.form_id
            """;

    /** With the types spelt out, as the index {@code form_slot_written} has them. */
    static final String WRITTEN = PLACES + " where s.type in ('short-answer', 'essay') order by f.place, s.number";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final KeyJson keys;

    FormRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, KeyJson keys) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
    }

    /** Keeps a form that was just frozen. */
    public void insert(
            Form form, List<FrozenSlot> slots, RenderedForm rendered, Instant frozenAt, @Nullable Instant releasedAt) {
        jdbc.sql("""
                        insert into paper.form (id, title, max_score, rendered, etag, frozen_at, released_at)
                        values (:id, :title, :maxScore, :rendered, :etag, :frozenAt, :releasedAt)
                        """)
                .param("id", form.id().value())
                .param("title", form.title())
                .param("maxScore", form.maxScore())
                .param("rendered", rendered.gzip())
                .param("etag", rendered.etag())
                .param("frozenAt", Sql.at(frozenAt))
                .param("releasedAt", Sql.atOrNull(releasedAt))
                .update();
        insert(form.id(), slots);
    }

    /** Which of these versions stand in which of these forms. */
    public Map<FormId, Set<ItemVersionId>> holding(Collection<FormId> among, Collection<ItemVersionId> versions) {
        Map<FormId, Set<ItemVersionId>> found = new HashMap<>();
        jdbc.sql("""
                        select form_id, item_version_id from paper.form_slot
                        where form_id = any(:forms::uuid[]) and item_version_id = any(:versions::uuid[])
                        """)
                .param("forms", among.stream().map(FormId::value).toArray(UUID[]::new))
                .param("versions", versions.stream().map(ItemVersionId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(new FormId(Sql.uuid(row, "form_id")), form -> new HashSet<>())
                            .add(new ItemVersionId(Sql.uuid(row, "item_version_id")));
                });
        return found;
    }

    /** What stands in these forms. */
    public Set<ItemId> items(Collection<FormId> forms) {
        return jdbc.sql("select distinct item_id from paper.form_slot where form_id = any(:forms::uuid[])")
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .set();
    }

    /** Which of these forms hold each version; a 案例 with several slots counts once. */
    public Map<ItemVersionId, Set<FormId>> standing(Collection<FormId> forms) {
        Map<ItemVersionId, Set<FormId>> standing = new HashMap<>();
        jdbc.sql("select distinct item_version_id, form_id from paper.form_slot where form_id = any(:forms::uuid[])")
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .query(row -> {
                    standing.computeIfAbsent(
                                    new ItemVersionId(Sql.uuid(row, "item_version_id")), version -> new HashSet<>())
                            .add(new FormId(Sql.uuid(row, "form_id")));
                });
        return standing;
    }

    /** Where this version, or this part of it, stands in these forms, in their order. */
    public List<SlotPlace> places(List<FormId> forms, ItemVersionId version, int part) {
        return places(
                        PLACES + " where s.item_version_id = :version and coalesce(s.case_part, 0) = :part"
                                + " order by f.place, s.number",
                        forms)
                .param("version", version.value())
                .param("part", part)
                .query(FormRows::place)
                .list();
    }

    /** Whatever stands in these forms, each at the first place that it has in their order. */
    public List<SlotPlace> firstPlaces(List<FormId> forms) {
        return places("""
                        select * from (
                            select distinct on (item_version_id, part) * from (%s) place
                            order by item_version_id, part, place, number) first
                        order by place, number
                        """.formatted(PLACES), forms).query(FormRows::place).list();
    }

    /** Where something is written in these forms that people mark, in their order. */
    public List<SlotPlace> written(List<FormId> forms) {
        return places(WRITTEN, forms).query(FormRows::place).list();
    }

    private JdbcClient.StatementSpec places(String sql, List<FormId> forms) {
        return jdbc.sql(sql).param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new));
    }

    private static SlotPlace place(ResultSet row, int number) throws SQLException {
        return new SlotPlace(
                new FormId(Sql.uuid(row, "form_id")),
                row.getInt("number"),
                new ItemVersionId(Sql.uuid(row, "item_version_id")),
                row.getInt("part"),
                ItemType.find(row.getString("type")).orElseThrow(),
                row.getBigDecimal("max_score"));
    }

    /** What stands in forms that were frozen for an exam since then. */
    public Set<ItemId> examinedSince(Instant then) {
        return jdbc
                .sql("""
                        select distinct s.item_id from paper.form f join paper.form_slot s on s.form_id = f.id
                        where f.frozen_at >= :then and (f.released_at is null or f.released_at > f.frozen_at)
                        """)
                .param("then", Sql.at(then))
                .query((row, number) -> new ItemId(Sql.uuid(row, "item_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In one batch: a contest with many forms has many thousand slots. */
    private void insert(FormId form, List<FrozenSlot> slots) {
        batches.batchUpdate("""
                insert into paper.form_slot (form_id, number, section, item_id, item_version_id, type, trade_id,
                                             points, max_score, tokens, authored, answer_key,
                                             credit, case_group, case_part, case_parts)
                values (:form, :number, :section, :item, :version, :type, :trade,
                        :points, :maxScore, :tokens::jsonb, :authored, :key::jsonb,
                        :credit, :group, :part, :parts)
                """, slots.stream().map(slot -> row(form, slot)).toArray(MapSqlParameterSource[]::new));
    }

    private MapSqlParameterSource row(FormId form, FrozenSlot frozen) {
        Slot slot = frozen.slot();
        Slot.Part part = slot.part();
        return new MapSqlParameterSource("form", form.value())
                .addValue("number", slot.number())
                .addValue("section", slot.section())
                .addValue("item", slot.item().value())
                .addValue("version", slot.version().value())
                .addValue("type", slot.type().code())
                .addValue("trade", slot.trade().value())
                .addValue("points", slot.points().stream().map(PointId::value).toArray(UUID[]::new))
                .addValue("maxScore", slot.maxScore())
                .addValue("tokens", keys.lists(slot.lists()).toString())
                .addValue(
                        "authored",
                        frozen.authored().stream().flatMap(List::stream).toArray(Integer[]::new))
                .addValue("key", keys.write(slot.key()))
                .addValue("credit", slot.credit().code())
                .addValue("group", part == null ? null : part.group(), Types.INTEGER)
                .addValue("part", part == null ? null : part.place(), Types.INTEGER)
                .addValue("parts", part == null ? null : part.of(), Types.INTEGER);
    }

    /** A form with its keys. */
    public Optional<Form> find(FormId id) {
        return jdbc.sql("select title, max_score from paper.form where id = :id")
                .param("id", id.value())
                .query((row, number) ->
                        new Form(id, row.getString("title"), slotsOf(id), row.getBigDecimal("max_score")))
                .optional();
    }

    private List<Slot> slotsOf(FormId id) {
        return slots(id).stream().map(FrozenSlot::slot).toList();
    }

    /** All slots of a form with the author's order of their options. */
    public List<FrozenSlot> slots(FormId id) {
        return jdbc.sql(SLOTS + " where form_id = :id order by number")
                .param("id", id.value())
                .query((row, number) -> slot(row))
                .list();
    }

    /** One of them. */
    public Optional<FrozenSlot> slot(FormId id, int number) {
        return jdbc.sql(SLOTS + " where form_id = :id and number = :number")
                .param("id", id.value())
                .param("number", number)
                .query((row, at) -> slot(row))
                .optional();
    }

    /** The bytes for candidates. */
    public Optional<RenderedForm> rendered(FormId id) {
        return jdbc.sql("select rendered, etag from paper.form where id = :id")
                .param("id", id.value())
                .query((row, number) -> new RenderedForm(row.getBytes("rendered"), row.getString("etag")))
                .optional();
    }

    public boolean isReleased(FormId id) {
        return jdbc.sql("select exists (select 1 from paper.form where id = :id and released_at is not null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether anything of these types stands in any of these forms. */
    public boolean holdTypes(Collection<FormId> forms, Collection<ItemType> types) {
        return jdbc.sql("""
                        select exists (select 1 from paper.form_slot
                                       where form_id = any(:forms::uuid[]) and type = any(:types))
                        """)
                .param("forms", forms.stream().map(FormId::value).toArray(UUID[]::new))
                .param("types", types.stream().map(ItemType::code).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Takes forms away that nobody ever had. */
    public void remove(Collection<FormId> forms) {
        UUID[] ids = forms.stream().map(FormId::value).toArray(UUID[]::new);
        jdbc.sql("delete from paper.form_slot where form_id = any(:forms::uuid[])")
                .param("forms", ids)
                .update();
        jdbc.sql("delete from paper.form where id = any(:forms::uuid[])")
                .param("forms", ids)
                .update();
    }

    /** From now on it counts as one that no exam used; true for the one call that did it. */
    public boolean discard(FormId id) {
        return jdbc.sql("update paper.form set released_at = frozen_at where id = :id and released_at is null")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Notes the release; true for the one call that released it. */
    public boolean release(FormId id, Instant now) {
        return jdbc.sql("update paper.form set released_at = :now where id = :id and released_at is null")
                        .param("id", id.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    private FrozenSlot slot(ResultSet row) throws SQLException {
        ItemType type = ItemType.find(row.getString("type")).orElseThrow();
        List<List<String>> lists = keys.lists(row.getString("tokens"));
        return new FrozenSlot(
                new Slot(
                        row.getInt("number"),
                        row.getInt("section"),
                        new ItemId(Sql.uuid(row, "item_id")),
                        new ItemVersionId(Sql.uuid(row, "item_version_id")),
                        type,
                        new TradeId(Sql.uuid(row, "trade_id")),
                        points(row.getArray("points")),
                        row.getBigDecimal("max_score"),
                        credit(row.getString("credit"), type),
                        part(row),
                        lists,
                        keys.read(row.getString("answer_key"))),
                cut(List.of((Integer[]) row.getArray("authored").getArray()), lists));
    }

    /** Forms frozen before rules had names were scored by the usual ones. */
    private static PartialCredit credit(@Nullable String code, ItemType type) {
        return code == null
                ? PartialCredit.usual(type)
                : PartialCredit.find(code).orElseThrow();
    }

    private static Slot.@Nullable Part part(ResultSet row) throws SQLException {
        int group = row.getInt("case_group");
        return row.wasNull() ? null : new Slot.Part(group, row.getInt("case_part"), row.getInt("case_parts"));
    }

    /** The positions stand one list behind the other, as long as the lists of tokens. */
    private static List<List<Integer>> cut(List<Integer> positions, List<List<String>> lists) {
        List<List<Integer>> cut = new ArrayList<>();
        int from = 0;
        for (List<String> list : lists) {
            cut.add(positions.subList(from, from + list.size()));
            from += list.size();
        }
        return cut;
    }

    private static Set<PointId> points(Array array) throws SQLException {
        return Arrays.stream((UUID[]) array.getArray()).map(PointId::new).collect(Collectors.toUnmodifiableSet());
    }
}
