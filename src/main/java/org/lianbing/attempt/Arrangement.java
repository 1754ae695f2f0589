package org.lianbing.attempt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;

/**
 * The order in which one candidate sees a form.
 *
 * @param slots the numbers of the slots in this candidate's order
 * @param options for a slot, the order of its options as places in base order; what is missing stands in base order
 */
public record Arrangement(List<Integer> slots, Map<Integer, List<Integer>> options) {

    public Arrangement {
        slots = List.copyOf(slots);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** The order of the form itself. */
    public static Arrangement plain(Form form) {
        return new Arrangement(form.slots().stream().map(Slot::number).toList(), Map.of());
    }

    /** An order of their own: slots change places within their section, options within their slot. */
    public static Arrangement shuffled(Form form, RandomGenerator random) {
        Map<Integer, List<Integer>> sections = form.slots().stream()
                .collect(Collectors.groupingBy(
                        Slot::section, TreeMap::new, Collectors.mapping(Slot::number, Collectors.toList())));
        List<Integer> slots = new ArrayList<>();
        sections.values().forEach(section -> slots.addAll(shuffled(section, random)));
        Map<Integer, List<Integer>> options = new TreeMap<>();
        for (Slot slot : form.slots()) {
            if (slot.type() != ItemType.TRUE_FALSE && slot.tokens().size() > 1) {
                options.put(slot.number(), shuffled(places(slot), random));
            }
        }
        return new Arrangement(slots, options);
    }

    private static List<Integer> places(Slot slot) {
        return IntStream.range(0, slot.tokens().size()).boxed().toList();
    }

    private static List<Integer> shuffled(List<Integer> numbers, RandomGenerator random) {
        List<Integer> order = new ArrayList<>(numbers);
        Collections.shuffle(order, random);
        return order;
    }
}
