package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

/**
 * The rules of a paper (组卷方案): how many items of each type, drawn over the weights of the outline.
 *
 * @param trade whose outline
 * @param level at which level; null for a theme bank
 * @param sections the parts of the paper, in order
 * @param rules what else is asked, of one form or of several
 */
public record Blueprint(TradeId trade, @Nullable Level level, List<Section> sections, PaperRules rules) {

    /**
     * A part of the paper.
     *
     * @param type of which type all its items are
     * @param count how many, 1 to 200
     * @param pointsEach score of each
     * @param credit by which rule responses that are right in part count; null for each item's own
     * @param sealedSet from which sealed set they are drawn, unread; null for the bank
     * @param sealedCount how many of them come from that set, 1 to all; the others come from the bank. 0 without a set
     */
    public record Section(
            ItemType type,
            int count,
            BigDecimal pointsEach,
            @Nullable PartialCredit credit,
            @Nullable SealedSetId sealedSet,
            int sealedCount) {

        /** All from the bank, or all from a set. */
        public Section(
                ItemType type,
                int count,
                BigDecimal pointsEach,
                @Nullable PartialCredit credit,
                @Nullable SealedSetId sealedSet) {
            this(type, count, pointsEach, credit, sealedSet, sealedSet == null ? 0 : count);
        }

        public Section(ItemType type, int count, BigDecimal pointsEach) {
            this(type, count, pointsEach, null, null);
        }

        public Section {
            if (sealedSet == null ? sealedCount != 0 : count > 0 && (sealedCount < 1 || sealedCount > count)) {
                throw Problem.invalid("paper.sealed-count").with("field", "sealedCount");
            }
        }

        /** How many come from the bank. */
        public int bankCount() {
            return count - sealedCount;
        }
    }

    public Blueprint {
        sections = List.copyOf(sections);
        if (level == null && rules.levels() != null) {
            throw Problem.invalid("paper.levels.theme").with("field", "levels");
        }
    }

    public Blueprint(TradeId trade, @Nullable Level level, List<Section> sections) {
        this(trade, level, sections, PaperRules.USUAL);
    }

    /** From which levels its items come, its own first and then the highest; none for a theme bank. */
    public List<Level> levels() {
        LevelMix mix = rules.levels();
        Level own = level;
        if (own == null) {
            return List.of();
        }
        return mix == null
                ? List.of(own)
                : mix.levels().stream()
                        .sorted(Comparator.comparing(one -> one != own))
                        .toList();
    }

    /** The same for so many forms. */
    public Blueprint of(int forms) {
        return new Blueprint(trade, level, sections, rules.of(forms));
    }

    /** The places of a form in which these stand, in the order of the sections. */
    public List<DraftSlot> slots(List<ItemVersionId> versions) {
        List<DraftSlot> slots = new ArrayList<>(versions.size());
        for (Section section : sections) {
            versions.subList(slots.size(), slots.size() + section.count()).stream()
                    .map(version -> new DraftSlot(version, section.type(), section.pointsEach(), section.credit()))
                    .forEach(slots::add);
        }
        return slots;
    }

    /** The sealed sets that some section is drawn from. */
    public Set<SealedSetId> sealedSets() {
        return sections.stream()
                .map(Section::sealedSet)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
