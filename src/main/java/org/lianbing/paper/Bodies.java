package org.lianbing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.StemBlanks;
import org.lianbing.bank.content.Calculation;

/** Writes what stands below the stem of a slot, and the stem itself. Picks texts and tokens; never a key. */
@Component
class Bodies {

    /** Stand for a blank while Markdown is rendered, which would take underscores for its own; in no font. */
    private static final char BEFORE = '\uE000';

    private static final char AFTER = '\uE001';

    private final ItemText text;
    private final MessageSource texts;

    Bodies(ItemText text, MessageSource texts) {
        this.text = text;
        this.texts = texts;
    }

    /** The same, that renders each text once. */
    Bodies remembering() {
        return new Bodies(text.remembering(), texts);
    }

    /** What a slot asks: the item's own question, or that of its part. */
    static Interaction asked(Slot slot, ItemVersion version) {
        return part(slot, version)
                .map(CasePart::interaction)
                .orElse(version.content().interaction());
    }

    /** The part of a case that stands in a slot. */
    static Optional<CasePart> part(Slot slot, ItemVersion version) {
        Slot.Part part = slot.part();
        return part != null && version.content().interaction() instanceof Interaction.Case all
                ? Optional.of(all.parts().get(part.place() - 1))
                : Optional.empty();
    }

    /** The stem of a slot without variants; HTML. */
    String stem(Slot slot, ItemVersion version) {
        String stem = written(slot, version);
        return asked(slot, version) instanceof Interaction.FillIn fill
                ? withPlaces(stem, fill.blanks().size())
                : text.html(stem);
    }

    /** The stem of the slot's own question as its author wrote it. */
    private static String written(Slot slot, ItemVersion version) {
        return part(slot, version).map(CasePart::stem).orElse(version.content().stem());
    }

    /** The stem that all parts of a case share; HTML. */
    String caseStem(ItemVersion version) {
        return text.html(version.content().stem());
    }

    private String withPlaces(String stem, int blanks) {
        Matcher places = StemBlanks.PLACE.matcher(stem);
        StringBuilder marked = new StringBuilder();
        int number = 0;
        while (places.find()) {
            number++;
            places.appendReplacement(marked, BEFORE + String.valueOf(number) + AFTER);
        }
        places.appendTail(marked);
        while (number < blanks) {
            number++;
            marked.append(' ').append(BEFORE).append(number).append(AFTER);
        }
        return text.html(marked.toString())
                .replaceAll(BEFORE + "(\\d+)" + AFTER, "<span data-blank=\"$1\">____</span>");
    }

    /** What stands below the stem. */
    SlotView body(FrozenSlot frozen, ItemVersion version) {
        return switch (asked(frozen.slot(), version)) {
            case Interaction.TrueFalse fixed -> options(frozen, List.of(chinese("paper.true"), chinese("paper.false")));
            case Interaction.SingleChoice choice -> options(frozen, html(choice.options()));
            case Interaction.MultipleChoice choice -> options(frozen, html(choice.options()));
            case Interaction.Ordering ordering -> options(frozen, inline(ordering.steps()));
            case Interaction.Numeric number -> SlotView.number(number.unit(), number.figures());
            case Interaction.FillIn fill -> blanks(frozen, fill);
            case Interaction.Matching matching -> matching(frozen, matching);
            case Interaction.Hotspot spots ->
                new SlotView(
                        null,
                        null,
                        null,
                        new SlotView.Picture(
                                text.inlineHtml(spots.picture()), spots.width(), spots.height(), spots.picks()),
                        null,
                        null,
                        null,
                        null,
                        null);
            case Interaction.Calculated calculated -> variants(frozen, version, calculated);
            case Interaction.Practical practical -> task(frozen, practical);
            case Interaction.ShortAnswer written -> SlotView.written(written.uploads());
            case Interaction.Essay written -> SlotView.written(written.uploads());
            case Interaction.Case parts -> throw new IllegalStateException("a case has no body of its own");
        };
    }

    private SlotView options(FrozenSlot frozen, List<String> authored) {
        return SlotView.options(named(frozen, 0, authored));
    }

    /** One list of tokens in base order, each with its text. */
    private static List<SlotView.Option> named(FrozenSlot frozen, int list, List<String> authored) {
        List<String> tokens = frozen.slot().lists().get(list);
        List<Integer> order = frozen.authored().get(list);
        return IntStream.range(0, tokens.size())
                .mapToObj(base -> new SlotView.Option(tokens.get(base), authored.get(order.get(base))))
                .toList();
    }

    private SlotView blanks(FrozenSlot frozen, Interaction.FillIn fill) {
        List<SlotView.Blank> blanks = new ArrayList<>();
        for (int i = 0; i < fill.blanks().size(); i++) {
            blanks.add(
                    switch (fill.blanks().get(i)) {
                        case Blank.Words words -> new SlotView.Blank("words", null);
                        case Blank.Value value -> new SlotView.Blank("number", null);
                        case Blank.Pick pick -> new SlotView.Blank("pick", named(frozen, i, plain(pick.choices())));
                    });
        }
        return new SlotView(null, null, blanks, null, null, null, null, null, null);
    }

    private SlotView matching(FrozenSlot frozen, Interaction.Matching matching) {
        return new SlotView(
                named(frozen, 0, inline(matching.rights())),
                named(
                        frozen,
                        1,
                        inline(matching.pairs().stream().map(Pair::left).toList())),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private SlotView task(FrozenSlot frozen, Interaction.Practical practical) {
        List<String> tokens = frozen.slot().tokens();
        List<SlotView.Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            var criterion =
                    practical.criteria().get(frozen.authored().getFirst().get(i));
            criteria.add(new SlotView.Criterion(
                    tokens.get(i),
                    text.inlineHtml(criterion.text()),
                    criterion.points(),
                    text.inlineHtml(criterion.deductions())));
        }
        SlotView.Task task = new SlotView.Task(inline(practical.preparation()), practical.minutes(), criteria);
        return new SlotView(null, null, null, null, task, null, null, null, null);
    }

    private SlotView variants(FrozenSlot frozen, ItemVersion version, Interaction.Calculated calculated) {
        List<SlotView.Variant> variants = new ArrayList<>();
        List<Calculation.Variant> all = Variants.of(frozen.slot());
        for (int i = 0; i < all.size(); i++) {
            variants.add(new SlotView.Variant(
                    text.html(all.get(i).in(written(frozen.slot(), version), calculated.decimals())),
                    results(frozen, i, all.get(i), calculated.unit())));
        }
        return new SlotView(
                null,
                null,
                null,
                null,
                null,
                variants,
                calculated.distractors().isEmpty() ? calculated.unit() : null,
                null,
                null);
    }

    private @Nullable List<SlotView.Option> results(
            FrozenSlot frozen, int variant, Calculation.Variant values, String unit) {
        List<String> results = Stream.concat(Stream.of(values.key()), values.wrong().stream())
                .map(result -> (result.toPlainString() + " " + unit).strip())
                .map(text::inlineHtml)
                .toList();
        return values.wrong().isEmpty() ? null : named(frozen, variant, results);
    }

    private List<String> html(List<Option> options) {
        return inline(options.stream().map(Option::text).toList());
    }

    private List<String> inline(List<String> markdown) {
        return markdown.stream().map(text::inlineHtml).toList();
    }

    /** Words of a list that the browser draws, which shows no HTML. */
    private List<String> plain(List<String> markdown) {
        return markdown.stream().map(text::plain).toList();
    }

    private String chinese(String key) {
        return texts.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
