package org.lianbing.attempt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.lianbing.attempt.scoring.Response;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.attempt.scoring.SlotScore;
import org.lianbing.bank.ItemType;
import org.lianbing.paper.Form;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A candidate who knows the same gets the same, in whatever order slots and options are shown: the place of what was
 * picked on the screen is turned into its token and nothing else of it counts.
 */
class FairShuffleTest {

    private static final int FORMS = 60;
    private static final int CANDIDATES = 20;

    static LongStream seeds() {
        return LongStream.of(43, new Random().nextLong());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSamePicksScoreTheSameInEveryOrder(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < FORMS; n++) {
            Form form = form(random);
            Map<Integer, List<String>> meant = meant(form, random);
            BigDecimal plain = score(form, meant, Arrangement.plain(form));
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                assertThat(score(form, meant, Arrangement.shuffled(form, random)))
                        .as("seed %d, form %d, candidate %d", seed, n, candidate)
                        .isEqualByComparingTo(plain);
            }
            assertThat(score(form, right(form), Arrangement.shuffled(form, random)))
                    .as("who knows everything")
                    .isEqualByComparingTo(form.maxScore());
        }
    }

    /** Up to forty slots of the types whose options change places. */
    private static Form form(Random random) {
        List<Slot> slots = new ArrayList<>();
        for (int number = 1; number <= 5 + random.nextInt(36); number++) {
            List<String> letters =
                    List.of("ABCDEFGH".substring(0, 2 + random.nextInt(7)).split(""));
            String tokens = String.join("", letters);
            int section = 1 + number / 10;
            slots.add(
                    switch (random.nextInt(4)) {
                        case 0 -> FormOf.slot(number, section, ItemType.TRUE_FALSE, "1", "RW", new SlotKey.One("W"));
                        case 1 ->
                            FormOf.slot(
                                    number,
                                    section,
                                    ItemType.SINGLE_CHOICE,
                                    "1",
                                    tokens,
                                    new SlotKey.One(letters.get(random.nextInt(letters.size()))));
                        case 2 ->
                            FormOf.slot(
                                    number,
                                    section,
                                    ItemType.MULTIPLE_CHOICE,
                                    "2",
                                    tokens,
                                    new SlotKey.Several(Set.copyOf(some(letters, random))));
                        default ->
                            FormOf.slot(
                                    number,
                                    section,
                                    ItemType.ORDERING,
                                    "2",
                                    tokens,
                                    new SlotKey.Order(any(letters, random)));
                    });
        }
        return FormOf.form(slots.toArray(Slot[]::new));
    }

    /** What somebody who knows some of it wants to answer, as tokens. */
    private static Map<Integer, List<String>> meant(Form form, Random random) {
        Map<Integer, List<String>> meant = new TreeMap<>(right(form));
        for (Slot slot : form.slots()) {
            if (random.nextInt(3) == 0) {
                meant.put(
                        slot.number(),
                        switch (slot.type()) {
                            case ORDERING -> any(slot.tokens(), random);
                            case MULTIPLE_CHOICE -> some(slot.tokens(), random);
                            default ->
                                List.of(slot.tokens()
                                        .get(random.nextInt(slot.tokens().size())));
                        });
            }
        }
        return meant;
    }

    private static Map<Integer, List<String>> right(Form form) {
        Map<Integer, List<String>> right = new TreeMap<>();
        for (Slot slot : form.slots()) {
            right.put(
                    slot.number(),
                    switch (slot.key()) {
                        case SlotKey.One one -> List.of(one.token());
                        case SlotKey.Several several -> List.copyOf(several.tokens());
                        case SlotKey.Order order -> order.tokens();
                        default -> throw new IllegalStateException("no such slot here");
                    });
        }
        return right;
    }

    /** Goes through the paper as it is shown, finds on the screen what is meant, and picks there. */
    private static BigDecimal score(Form form, Map<Integer, List<String>> meant, Arrangement shown) {
        Map<Integer, Response> responses = new TreeMap<>();
        for (int number : shown.slots()) {
            Slot slot = form.slot(number);
            List<Integer> order = shown.options()
                    .getOrDefault(
                            number,
                            IntStream.range(0, slot.tokens().size()).boxed().toList());
            List<String> onScreen =
                    order.stream().map(place -> slot.tokens().get(place)).toList();
            List<Integer> places = Objects.requireNonNull(meant.get(number)).stream()
                    .map(onScreen::indexOf)
                    .toList();
            List<String> picked = places.stream().map(onScreen::get).toList();
            responses.put(number, response(slot, picked));
        }
        assertThat(responses).hasSize(form.slots().size());
        return Scoring.score(form, responses, Map.of(), Behaviour.DEFERRED).stream()
                .map(SlotScore::score)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Response response(Slot slot, List<String> picked) {
        return switch (slot.type()) {
            case ORDERING -> new Response.Order(picked);
            case MULTIPLE_CHOICE -> new Response.Several(Set.copyOf(picked));
            default -> new Response.One(picked.getFirst());
        };
    }

    private static List<String> some(List<String> tokens, Random random) {
        return any(tokens, random).subList(0, 1 + random.nextInt(tokens.size()));
    }

    private static List<String> any(List<String> tokens, Random random) {
        List<String> order = new ArrayList<>(tokens);
        Collections.shuffle(order, random);
        return order;
    }
}
