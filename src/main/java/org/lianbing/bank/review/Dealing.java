package org.lianbing.bank.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

/** Deals items evenly, never to who wrote them. A pure function. */
final class Dealing {

    /** Who gets what, in the order of the reviewers, and what nobody may get. */
    record Hands(Map<PersonId, List<ItemId>> hands, List<ItemId> left) {}

    private Dealing() {}

    /** Items that one of the reviewers wrote go first: they have fewer to go to. Others fill up evenly. {@code able} says who may see what. */
    static Hands deal(List<Dealable> items, List<PersonId> reviewers, BiPredicate<PersonId, ItemId> able) {
        Map<PersonId, List<ItemId>> hands = new LinkedHashMap<>();
        reviewers.forEach(reviewer -> hands.put(reviewer, new ArrayList<>()));
        List<ItemId> left = new ArrayList<>();
        List<Dealable> narrowFirst = new ArrayList<>(items);
        narrowFirst.sort(
                Comparator.comparing(written -> written.author() == null || !hands.containsKey(written.author())));
        for (Dealable written : narrowFirst) {
            emptiest(hands, written, able)
                    .ifPresentOrElse(
                            reviewer -> hands.computeIfAbsent(reviewer, key -> new ArrayList<>())
                                    .add(written.item()),
                            () -> left.add(written.item()));
        }
        hands.values().removeIf(List::isEmpty);
        return new Hands(hands, left);
    }

    private static Optional<PersonId> emptiest(
            Map<PersonId, List<ItemId>> hands, Dealable written, BiPredicate<PersonId, ItemId> able) {
        return hands.entrySet().stream()
                .filter(hand -> !hand.getKey().equals(written.author()) && able.test(hand.getKey(), written.item()))
                .min(Comparator.comparingInt(hand -> hand.getValue().size()))
                .map(Map.Entry::getKey);
    }
}
