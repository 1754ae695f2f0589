package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.Ids;
import org.lianbing.base.TradeId;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** Forms for tests of rules, without a database. Tokens are single letters; a bar parts lists of them. */
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
                PartialCredit.usual(type),
                null,
                tokens.isEmpty()
                        ? List.of()
                        : Stream.of(tokens.split("\\|", -1))
                                .map(FormOf::letters)
                                .toList(),
                key);
    }

    private static List<String> letters(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(""));
    }

    /** The same under another rule for what is right in part. */
    static Slot under(PartialCredit credit, Slot slot) {
        return changed(slot, slot.number(), credit, slot.part());
    }

    /** The same as a part of a case. */
    static Slot part(int group, int place, int of, Slot slot) {
        return changed(slot, slot.number(), slot.credit(), new Slot.Part(group, place, of));
    }

    private static Slot changed(Slot slot, int number, PartialCredit credit, Slot.@Nullable Part part) {
        return new Slot(
                number,
                slot.section(),
                slot.item(),
                slot.version(),
                slot.type(),
                slot.trade(),
                slot.points(),
                slot.maxScore(),
                credit,
                part,
                slot.lists(),
                slot.key());
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
            numbered.add(changed(slot, numbered.size() + 1, slot.credit(), slot.part()));
        }
        BigDecimal max = numbered.stream().map(Slot::maxScore).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Form(FormId.next(), "试卷", numbered, max);
    }
}
