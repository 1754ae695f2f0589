package org.lianbing.studio.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.studio.NamingLevel;
import org.lianbing.studio.Studio;
import org.lianbing.studio.StudioDraft;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioWords;

/** The table {@code studio.studio}. */
@Repository
public class StudioTable {

    private static final String SELECT = """
            select s.id, s.name, s.host_id, s.unit_id, s.trade_id, s.field, s.naming_level, s.named_on, s.honours,
                s.introduction, (select count(*) from studio.member m where m.studio_id = s.id) as members
            from studio.studio s
            """;

    private static final String OF_TRADE = """
            where :trade::uuid is null or s.trade_id = :trade::uuid
            """;

    private final JdbcClient jdbc;

    StudioTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(StudioId id, StudioDraft draft) {
        facts(jdbc.sql("""
                        insert into studio.studio (id, name, host_id, unit_id, trade_id, field, naming_level, named_on,
                            honours, introduction)
                        values (:id, :name, :host, :unit, :trade, :field, :level, :named, :honours, :introduction)
                        """), id, draft).update();
    }

    private static JdbcClient.StatementSpec facts(JdbcClient.StatementSpec sql, StudioId id, StudioDraft draft) {
        return sql.param("id", id.value())
                .param("name", draft.name())
                .param("host", draft.host().value())
                .param("unit", draft.unit().value())
                .param("trade", draft.trade().value())
                .param("field", draft.words().field())
                .param("level", draft.level().name())
                .param("named", draft.namedOn())
                .param("honours", draft.words().honours())
                .param("introduction", draft.words().introduction());
    }

    public void update(StudioId id, StudioWords words) {
        jdbc.sql("""
                        update studio.studio set field = :field, honours = :honours, introduction = :introduction
                        where id = :id
                        """)
                .param("id", id.value())
                .param("field", words.field())
                .param("honours", words.honours())
                .param("introduction", words.introduction())
                .update();
    }

    public void change(StudioId id, StudioDraft draft) {
        facts(jdbc.sql("""
                        update studio.studio
                        set name = :name, host_id = :host, unit_id = :unit, trade_id = :trade, field = :field,
                            naming_level = :level, named_on = :named, honours = :honours, introduction = :introduction
                        where id = :id
                        """), id, draft).update();
    }

    public boolean isNameTaken(String name) {
        return jdbc.sql("select exists (select from studio.studio where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    public List<Studio> find(Collection<StudioId> ids) {
        return jdbc.sql(SELECT + "where s.id in (:ids)")
                .param("ids", ids.stream().map(StudioId::value).toList())
                .query(StudioTable::studio)
                .list();
    }

    public List<Studio> ledBy(PersonId host) {
        return jdbc.sql(SELECT + "where s.host_id = :host order by s.named_on, s.id")
                .param("host", host.value())
                .query(StudioTable::studio)
                .list();
    }

    /** The trades of all studios. */
    public Set<TradeId> trades() {
        return jdbc.sql("select distinct trade_id from studio.studio")
                .query((row, number) -> new TradeId(Sql.uuid(row, "trade_id")))
                .set();
    }

    /** The highest naming first, then the earliest; of one trade or, with null, of all. */
    public Paged<Studio> all(@Nullable TradeId trade, PageOf page) {
        UUID wanted = trade == null ? null : trade.value();
        long total = jdbc.sql("select count(*) from studio.studio s " + OF_TRADE)
                .param("trade", wanted, Types.OTHER)
                .query(Long.class)
                .single();
        List<Studio> rows = jdbc.sql(SELECT + OF_TRADE + """
                        order by array_position(
                                array['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'ENTERPRISE'], s.naming_level),
                            s.named_on, s.id
                        offset :offset limit :limit
                        """)
                .param("trade", wanted, Types.OTHER)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(StudioTable::studio)
                .list();
        return new Paged<>(rows, total);
    }

    private static Studio studio(ResultSet row, int number) throws SQLException {
        return new Studio(
                new StudioId(Sql.uuid(row, "id")),
                row.getString("name"),
                new PersonId(Sql.uuid(row, "host_id")),
                new UnitId(Sql.uuid(row, "unit_id")),
                new TradeId(Sql.uuid(row, "trade_id")),
                NamingLevel.valueOf(row.getString("naming_level")),
                row.getObject("named_on", LocalDate.class),
                new StudioWords(row.getString("field"), row.getString("honours"), row.getString("introduction")),
                row.getInt("members"));
    }
}
