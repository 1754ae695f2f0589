package org.lianbing.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;

/**
 * Contents as a large bank has them: stems of usual phrases around the words of a trade, four options, numbers; one in
 * ten is an older one with a number or a word changed. The same seed makes the same contents.
 */
final class AlikeItemsMaker {

    private static final List<String> FRAMES = List.of(
            "关于%s的%s，下列说法正确的是（ ）",
            "在%s之前，%s应当%s",
            "%s的%s一般为%d，这是因为%s",
            "检修%s时发现%s，首先应检查%s",
            "按照规程，%s与%s之间的距离不得小于%d毫米",
            "%s出现%s的主要原因是（ ）",
            "用%s测量%s时，读数为%d，说明%s",
            "%s的作用是使%s保持%s");
    private static final int TERMS = 6000;
    private static final int REMEMBERED = 50_000;

    private final Random random;
    private final List<String> terms;
    private final List<ItemContent> older = new ArrayList<>();

    AlikeItemsMaker(long seed) {
        random = new Random(seed);
        terms = IntStream.range(0, TERMS)
                .mapToObj(i -> random.ints(2 + i % 3, 0x4e00, 0x5600)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
    }

    ItemContent next() {
        if (!older.isEmpty() && random.nextInt(10) == 0) {
            return changed(older.get(random.nextInt(older.size())));
        }
        ItemContent made = made();
        if (older.size() < REMEMBERED) {
            older.add(made);
        } else {
            older.set(random.nextInt(REMEMBERED), made);
        }
        return made;
    }

    private ItemContent made() {
        String frame = FRAMES.get(random.nextInt(FRAMES.size()));
        String stem = frame.replace("%d", String.valueOf(random.nextInt(1000)));
        while (stem.contains("%s")) {
            stem = stem.replaceFirst("%s", words(1 + random.nextInt(3)));
        }
        return switch (random.nextInt(5)) {
            case 0 -> new ItemContent(stem, new Interaction.TrueFalse(random.nextBoolean()), "", 2);
            case 1 ->
                new ItemContent(
                        stem,
                        new Interaction.Numeric(BigDecimal.valueOf(random.nextInt(1000)), BigDecimal.ONE, "V"),
                        "",
                        3);
            default -> new ItemContent(stem, new Interaction.SingleChoice(options()), words(4), 2);
        };
    }

    private List<Option> options() {
        return IntStream.range(0, 4)
                .mapToObj(i -> new Option(words(1 + random.nextInt(3)), i == 0, null))
                .toList();
    }

    /** The same with one word or number more. */
    private ItemContent changed(ItemContent content) {
        String change = random.nextBoolean() ? String.valueOf(random.nextInt(1000)) : words(1);
        int at = random.nextInt(content.stem().length());
        String stem = content.stem().substring(0, at) + change + content.stem().substring(at);
        return new ItemContent(stem, content.interaction(), content.explanation(), content.difficulty());
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> terms.get(random.nextInt(TERMS)))
                .collect(Collectors.joining());
    }
}
