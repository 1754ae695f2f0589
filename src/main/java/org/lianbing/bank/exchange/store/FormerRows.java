package org.lianbing.bank.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.Where;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.base.TradeId;

/** Rows of {@code bank.import_row} that became items, with what these say now. */
@Repository
public class FormerRows {

    private static final int MOST = 20_000;

    /**
     * A row that became an item.
     *
     * @param externalId the file's own name for it, or empty
     * @param place where it stood
     * @param fingerprint of what the item says now
     * @param item which
     * @param code its code
     * @param version the one proposed, else the one in force
     * @param content what that says
     * @param made what the row made of it; null where that is not known
     */
    public record Former(
            String externalId,
            String place,
            @Nullable String fingerprint,
            ItemId item,
            String code,
            ItemVersionId version,
            ItemContent content,
            @Nullable ItemContent made) {}

    private final JdbcClient jdbc;

    FormerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest rows of other imports of this person whose files are called so.
     *
     * @param trade those of this trade alone: files of two trades are often called the same; null for all
     */
    public List<Former> of(PersonId person, ImportId besides, String family, @Nullable TradeId trade) {
        return jdbc.sql("""
            select r.external_id, r.sheet, r.line, r.place, v.fingerprint, i.id, i.code, v.id as version,
                v.content::text as content, r.made_version, w.content::text as made
            from bank.import m
                join bank.import_row r on r.import_id = m.id and r.item_id is not null
                join bank.item i on i.id = r.item_id and i.state <> 'RETIRED' and i.secrecy <> 'SEALED'
                join bank.item_version v on v.id = coalesce(i.proposed_version_id, i.published_version_id)
                left join bank.item_version w on w.id = r.made_version and w.id <> v.id
            where m.id <> :besides and starts_with(m.file_name, :family)
                and (:trade::uuid is null or m.trade_id is null or :trade::uuid in (m.trade_id, i.trade_id))
                and (m.person_id = :person or exists (select 1 from bank.import_colleague c
                    where c.import_id = m.id and c.person_id = :person))
            order by m.made_at desc, r.number
            limit :most
            """)
                .param("besides", besides.value())
                .param("family", family)
                .param("trade", trade == null ? null : trade.value(), Types.OTHER)
                .param("person", person.value())
                .param("most", MOST)
                .query(FormerRows::former)
                .list();
    }

    private static Former former(ResultSet row, int number) throws SQLException {
        Where where = new Where(row.getString("sheet"), row.getInt("line"), row.getString("place"), "", "");
        UUID version = Sql.uuid(row, "version");
        ItemContent content = ContentJson.STORED.read(row.getString("content"));
        String made = row.getString("made");
        ItemContent before = made == null ? null : ContentJson.STORED.read(made);
        return new Former(
                row.getString("external_id"),
                where.toString(),
                row.getString("fingerprint"),
                new ItemId(Sql.uuid(row, "id")),
                row.getString("code"),
                new ItemVersionId(version),
                content,
                version.equals(Sql.uuidOrNull(row, "made_version")) ? content : before);
    }
}
