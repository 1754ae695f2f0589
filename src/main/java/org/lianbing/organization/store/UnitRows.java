package org.lianbing.organization.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Line;
import org.lianbing.organization.Unit;
import org.lianbing.organization.UnitKind;
import org.lianbing.organization.UnitLine;

/** The tables {@code organization.unit} and {@code organization.unit_line}. */
@Repository
public class UnitRows {

    /** Keeps two people from hanging two units under each other at the same instant. */
    private static final long TREE_LOCK = 7_201_001L;

    private final JdbcClient jdbc;

    UnitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Unit> find(Collection<UnitId> ids, LocalDate day) {
        return jdbc.sql("""
                        select unit.id, unit.name, unit.kind, line.parent
                        from organization.unit unit
                        left join organization.unit_line line
                            on line.child = unit.id and line.line = 'TERRITORIAL'
                            and line.valid_from <= :day and (line.valid_to is null or line.valid_to > :day)
                        where unit.id = any(:ids)
                        """)
                .param("ids", array(ids))
                .param("day", day)
                .query(UnitRows::unit)
                .list();
    }

    /** All units, parents before children, brothers by name. */
    public List<Unit> all(LocalDate day) {
        return jdbc.sql("""
                        with recursive standing as (
                            select child, parent from organization.unit_line
                            where line = 'TERRITORIAL' and valid_from <= :day and (valid_to is null or valid_to > :day)
                        ), tree as (
                            select unit.id, unit.name, unit.kind, null::uuid as parent, 0 as depth
                            from organization.unit unit
                            where not exists (select 1 from standing where standing.child = unit.id)
                            union all
                            select unit.id, unit.name, unit.kind, standing.parent, tree.depth + 1
                            from tree
                            join standing on standing.parent = tree.id
                            join organization.unit unit on unit.id = standing.child
                        )
                        select id, name, kind, parent from tree order by depth, name, id
                        """).param("day", day).query(UnitRows::unit).list();
    }

    public Set<UnitId> within(Collection<UnitId> tops, Line line, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                        with recursive below as (
                            select id from organization.unit where id = any(:tops)
                            union
                            select unit_line.child from organization.unit_line
                            join below on below.id = unit_line.parent
                            where unit_line.line = :line
                                and unit_line.valid_from <= :day
                                and (unit_line.valid_to is null or unit_line.valid_to > :day)
                        )
                        select id from below
                        """)
                .param("tops", array(tops))
                .param("line", line.name())
                .param("day", day)
                .query((row, number) -> new UnitId(Sql.uuid(row, "id")))
                .list());
    }

    public boolean none() {
        return jdbc.sql("select not exists (select 1 from organization.unit)")
                .query(Boolean.class)
                .single();
    }

    public void add(UnitId id, String name, UnitKind kind, Instant at) {
        jdbc.sql("insert into organization.unit (id, name, kind, made_at) values (:id, :name, :kind, :at)")
                .param("id", id.value())
                .param("name", name)
                .param("kind", kind.name())
                .param("at", Sql.at(at))
                .update();
    }

    /** Held until the transaction ends. */
    public void lockTree() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", TREE_LOCK)
                .query((row, number) -> true)
                .single();
    }

    public void attach(UnitId child, UnitId parent, Line line, LocalDate from) {
        jdbc.sql("""
                        insert into organization.unit_line (child, parent, line, valid_from)
                        select :child, :parent, :line, :from
                        where not exists (
                            select 1 from organization.unit_line
                            where child = :child and parent = :parent and line = :line and valid_to is null)
                        """)
                .param("child", child.value())
                .param("parent", parent.value())
                .param("line", line.name())
                .param("from", from)
                .update();
    }

    /** The lines in which a unit stands on that day, beside the territorial one. */
    public List<UnitLine> furtherLines(UnitId child, LocalDate day) {
        return jdbc.sql("""
                        select parent, line, valid_from from organization.unit_line
                        where child = :child and line <> 'TERRITORIAL'
                            and valid_from <= :day and (valid_to is null or valid_to > :day)
                        order by line, valid_from, parent
                        """)
                .param("child", child.value())
                .param("day", day)
                .query((row, number) -> new UnitLine(
                        new UnitId(Sql.uuid(row, "parent")),
                        Line.valueOf(row.getString("line")),
                        row.getObject("valid_from", LocalDate.class)))
                .list();
    }

    private static UUID[] array(Collection<UnitId> ids) {
        return ids.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        UUID parent = Sql.uuidOrNull(row, "parent");
        return new Unit(
                new UnitId(Sql.uuid(row, "id")),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                parent == null ? null : new UnitId(parent));
    }
}
