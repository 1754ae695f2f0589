package org.lianbing.attempt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/**
 * The order in which one candidate sees a form, and which variants of it; fixed at the start, the same for ever.
 *
 * @param slots the numbers of the slots in this candidate's order
 * @param options for a slot, the order of its options as places in base order; what is missing stands in base order
 * @param variants for a slot with a 计算, which of its variants, from 0
 */
public record Arrangement(List<Integer> slots, Map<Integer, List<Integer>> options, Map<Integer, Integer> variants) {

    public Arrangement {
        slots = List.copyOf(slots);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        variants = Collections.unmodifiableMap(new TreeMap<>(variants));
    }

    /** The order of the form itself, and the first of all variants. */
    public static Arrangement plain(Form form) {
        return new Arrangement(form.slots().stream().map(Slot::number).toList(), Map.of(), variants(form, count -> 0));
    }

    /**
     * An order of their own: items change places within their section, options within their slot. The parts of a 案例
     * stay together and in their order.
     */
    public static Arrangement shuffled(Form form, RandomGenerator random) {
        Map<Integer, List<List<Integer>>> sections = form.slots().stream()
                .filter(slot -> slot.part() == null || slot.part().place() == 1)
                .collect(Collectors.groupingBy(
                        Slot::section,
                        TreeMap::new,
                        Collectors.mapping(slot -> numbers(form.sameItem(slot)), Collectors.toList())));
        List<Integer> slots = new ArrayList<>();
        sections.values().forEach(section -> shuffled(section, random).forEach(slots::addAll));
        Map<Integer, List<Integer>> options = new TreeMap<>();
        for (Slot slot : form.slots()) {
            if (slot.shuffles()) {
                options.put(slot.number(), shuffled(places(slot), random));
            }
        }
        return new Arrangement(slots, options, variants(form, random::nextInt));
    }

    private static Map<Integer, Integer> variants(Form form, IntUnaryOperator chosen) {
        Map<Integer, Integer> variants = new TreeMap<>();
        for (Slot slot : form.slots()) {
            if (slot.key() instanceof SlotKey.Variants key) {
                variants.put(slot.number(), chosen.applyAsInt(key.all().size()));
            }
        }
        return variants;
    }

    private static List<Integer> numbers(List<Slot> slots) {
        return slots.stream().map(Slot::number).toList();
    }

    private static List<Integer> places(Slot slot) {
        return IntStream.range(0, slot.tokens().size()).boxed().toList();
    }

    private static <T> List<T> shuffled(List<T> all, RandomGenerator random) {
        List<T> order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        return order;
    }
}
