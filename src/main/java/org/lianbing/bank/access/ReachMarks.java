package org.lianbing.bank.access;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Sharing;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Units;

/**
 * Marks on the documents of items by which a search is bound to what a person may reach. An item bears two: for all
 * trades and for its own, {@code all}, {@code unit:x} or {@code line:x}, each also with {@code /trade} behind it. A
 * search asks for documents that bear one of the person's.
 */
@Component
public class ReachMarks {

    /** The facet that holds the marks. */
    public static final String FACET = "reach";

    /** In SQL, true where the item in {@code item} bears one of the marks in {@code :marks}. */
    public static final String IN_REACH = """
             (case when item.unit_id is null or item.sharing = 'ALL' then 'all'
                when item.sharing = 'UNIT' then 'unit:' || item.unit_id else 'line:' || item.unit_id end = any(:marks)
              or case when item.unit_id is null or item.sharing = 'ALL' then 'all'
                when item.sharing = 'UNIT' then 'unit:' || item.unit_id else 'line:' || item.unit_id end
                || '/' || item.trade_id = any(:marks))
            """;

    static final String ALL = "all";
    static final String UNIT = "unit:";
    static final String LINE = "line:";

    private static final List<Role> READERS = List.of(Role.TRAINER, Role.REVIEWER);

    private final ItemRows items;
    private final Units units;

    ReachMarks(ItemRows items, Units units) {
        this.items = items;
        this.units = units;
    }

    /** What the document of an item is marked with. */
    public Set<String> of(ItemRow row) {
        UnitId unit = row.unit();
        String scope = unit == null || row.sharing() == Sharing.ALL
                ? ALL
                : (row.sharing() == Sharing.UNIT ? UNIT : LINE) + unit;
        return Set.of(scope, scope + "/" + row.trade());
    }

    /** One of which a document must bear for the person to read it. */
    public Set<String> of(Actor actor) {
        return new UnitScope(actor, units).marks(READERS, items.owningUnits());
    }
}
