package org.lianbing.competition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedShare;
import org.lianbing.paper.Blueprint;

/**
 * What there is for a paper at this moment.
 *
 * @param there how many items of each type the bank has that an exam may draw
 * @param sealed the sealed sets that the organizer may draw from, with their numbers
 */
public record Availability(Map<ItemType, Integer> there, List<SealedShare> sealed) {

    public Availability {
        there = Map.copyOf(there);
        sealed = List.copyOf(sealed);
    }

    /** How many there are of a type, in the bank or in a sealed set. */
    public int of(ItemType type, @Nullable SealedSetId set) {
        return set == null
                ? there.getOrDefault(type, 0)
                : share(set).map(share -> share.of(type)).orElse(0);
    }

    /** How many are missing for a section; 0 where there are enough. */
    public int missing(Blueprint.Section section) {
        int sealed = section.sealedSet() == null
                ? 0
                : Math.max(0, section.sealedCount() - of(section.type(), section.sealedSet()));
        return sealed + Math.max(0, section.bankCount() - of(section.type(), null));
    }

    /** These sections without what they would take from a set that the organizer may not draw from. */
    public List<Blueprint.Section> drawable(List<Blueprint.Section> sections) {
        return sections.stream()
                .map(section -> {
                    SealedSetId set = section.sealedSet();
                    return set == null || share(set).isPresent() ? section : fromBank(section);
                })
                .filter(section -> section.count() > 0)
                .toList();
    }

    private static Blueprint.Section fromBank(Blueprint.Section section) {
        return new Blueprint.Section(section.type(), section.bankCount(), section.pointsEach(), section.credit(), null);
    }

    /** A set that the organizer may draw from. */
    public Optional<SealedShare> share(SealedSetId set) {
        return sealed.stream().filter(share -> share.set().equals(set)).findFirst();
    }
}
