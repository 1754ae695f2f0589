package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.Ids;
import org.lianbing.base.TradeId;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** Forms for tests of rules, without a database. Tokens are single letters. */
final class FormOf {

    private FormOf() {}

    static Slot slot(int number, int section, ItemType type, String maxScore, String tokens, SlotKey key) {
        return new Slot(
                number,
                section,
                new ItemId(Ids.next()),
                new ItemVersionId(Ids.next()),
                type,
                new TradeId(Ids.next()),
                Set.of(),
                new BigDecimal(maxScore),
                tokens.isEmpty() ? List.of() : List.of(tokens.split("")),
                key);
    }

    static Slot trueFalse() {
        return slot(1, 1, ItemType.TRUE_FALSE, "1", "RW", new SlotKey.One("W"));
    }

    static Slot single() {
        return slot(1, 1, ItemType.SINGLE_CHOICE, "1", "ABCD", new SlotKey.One("B"));
    }

    static Slot multiple(String maxScore, String right) {
        return slot(1, 1, ItemType.MULTIPLE_CHOICE, maxScore, "ABCDE", new SlotKey.Several(Set.of(right.split(""))));
    }

    static Slot ordering() {
        return slot(1, 1, ItemType.ORDERING, "2", "ABCD", new SlotKey.Order(List.of("C", "A", "D", "B")));
    }

    static Slot numeric(String key, String tolerance) {
        return slot(
                1,
                1,
                ItemType.NUMERIC,
                "2",
                "",
                new SlotKey.Value(new BigDecimal(key), new BigDecimal(tolerance), "mm"));
    }

    /** A form of these slots, renumbered from 1; sections are kept. */
    static Form form(Slot... slots) {
        List<Slot> numbered = new ArrayList<>();
        for (Slot slot : slots) {
            numbered.add(new Slot(
                    numbered.size() + 1,
                    slot.section(),
                    slot.item(),
                    slot.version(),
                    slot.type(),
                    slot.trade(),
                    slot.points(),
                    slot.maxScore(),
                    slot.tokens(),
                    slot.key()));
        }
        BigDecimal max = numbered.stream().map(Slot::maxScore).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Form(FormId.next(), "试卷", numbered, max);
    }
}
