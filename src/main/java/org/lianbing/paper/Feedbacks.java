package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Distractor;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.content.Calculation;

/** Composes key and reasons of a slot from its frozen content. */
@Component
class Feedbacks {

    private final Bodies bodies;
    private final ItemText text;
    private final MessageSource texts;

    Feedbacks(Bodies bodies, ItemText text, MessageSource texts) {
        this.bodies = bodies;
        this.text = text;
        this.texts = texts;
    }

    /**
     * What may be shown of a slot once feedback is due.
     *
     * @param variant which variant of a 计算 the candidate had, from 0
     */
    SlotFeedback of(FrozenSlot frozen, ItemVersion version, int variant) {
        SlotView body = bodies.body(frozen, version);
        List<SlotView.Variant> variants = body.variants();
        Slot slot = frozen.slot().variant(variant);
        UnaryOperator<String> filled = filled(frozen, version, variant);
        String stem = variants == null
                ? bodies.stem(slot, version)
                : variants.get(variant).stem();
        return new SlotFeedback(
                slot.number(),
                slot.part() == null ? null : bodies.caseStem(version),
                stem,
                variants == null ? body : body.of(variants.get(variant)),
                key(slot, effective(slot), Bodies.asked(slot, version)),
                text.html(filled.apply(explanation(slot, version))),
                whys(slot, authored(frozen, variant), Bodies.asked(slot, version), filled),
                corrected(slot, Bodies.asked(slot, version)));
    }

    /** What somebody has before them who marks a written response. */
    MarkingGuide guide(FrozenSlot frozen, ItemVersion version) {
        Slot slot = frozen.slot();
        Interaction asked = Bodies.asked(slot, version);
        SlotFeedback.Key key = rubric(slot, asked);
        return new MarkingGuide(
                slot.part() == null ? null : bodies.caseStem(version),
                bodies.stem(slot, version),
                key.points() == null ? List.of() : key.points(),
                key.sample() == null ? "" : key.sample(),
                text.html(rubric(asked).hints()));
    }

    /** The key that is shown as right now. */
    private static SlotKey effective(Slot slot) {
        return slot.ruling() instanceof SlotRuling.Keys(List<SlotKey> any) ? any.getFirst() : slot.key();
    }

    private SlotFeedback.@Nullable Corrected corrected(Slot slot, Interaction interaction) {
        Correction correction = slot.correction();
        if (correction == null) {
            return null;
        }
        List<SlotFeedback.Key> also = correction.ruling() instanceof SlotRuling.Keys(List<SlotKey> any)
                ? any.stream().skip(1).map(key -> key(slot, key, interaction)).toList()
                : List.of();
        return new SlotFeedback.Corrected(
                correction.ruling().code(),
                correction.reason(),
                correction.approvedAt(),
                key(slot, slot.key(), interaction),
                also);
    }

    /** Explanations of a 计算 name the values of their variant. */
    private static UnaryOperator<String> filled(FrozenSlot frozen, ItemVersion version, int variant) {
        List<Calculation.Variant> all = Variants.of(frozen.slot());
        return Bodies.asked(frozen.slot(), version) instanceof Interaction.Calculated calculated && !all.isEmpty()
                ? written -> all.get(variant).in(written, calculated.decimals())
                : UnaryOperator.identity();
    }

    /** A part's own; behind the last part also what is said about the whole case. */
    private static String explanation(Slot slot, ItemVersion version) {
        String whole = version.content().explanation();
        Optional<CasePart> part = Bodies.part(slot, version);
        if (part.isEmpty()) {
            return whole;
        }
        Slot.Part place = slot.part();
        boolean last = place != null && place.place() == place.of();
        return last
                ? (part.get().explanation() + "\n\n" + whole).strip()
                : part.get().explanation();
    }

    private SlotFeedback.Key key(Slot slot, SlotKey right, Interaction interaction) {
        if (right instanceof SlotKey.Written) {
            return rubric(slot, interaction);
        }
        return right instanceof SlotKey.Regions && right.equals(slot.key())
                ? SlotFeedback.Key.regions(regions(interaction))
                : mended(slot, right);
    }

    /** A key by itself, without what the item says about it. */
    static SlotFeedback.Key mended(Slot slot, SlotKey right) {
        return switch (right) {
            case SlotKey.One one -> SlotFeedback.Key.tokens(List.of(one.token()));
            case SlotKey.Several several ->
                SlotFeedback.Key.tokens(slot.tokens().stream()
                        .filter(several.tokens()::contains)
                        .toList());
            case SlotKey.Order order -> SlotFeedback.Key.tokens(order.tokens());
            case SlotKey.Value value ->
                SlotFeedback.Key.number(
                        value.figures() == null
                                ? plain(value.value())
                                : value.value().toPlainString(),
                        plain(value.tolerance()),
                        value.unit(),
                        value.figures());
            case SlotKey.Blanks blanks ->
                SlotFeedback.Key.blanks(
                        blanks.blanks().stream().map(Feedbacks::blank).toList());
            case SlotKey.Pairs pairs -> SlotFeedback.Key.pairs(pairs.rightOfLeft());
            case SlotKey.Regions regions -> SlotFeedback.Key.regions(shapes(regions));
            case SlotKey.Written written -> SlotFeedback.Key.NONE;
            case SlotKey.Checklist checklist -> SlotFeedback.Key.NONE;
            case SlotKey.Variants variants -> throw new IllegalStateException("no variant was chosen");
        };
    }

    private static SlotFeedback.KeyBlank blank(SlotKey.BlankKey key) {
        return switch (key) {
            case SlotKey.BlankKey.Words words -> new SlotFeedback.KeyBlank(words.accepted(), null, null, null);
            case SlotKey.BlankKey.Number number ->
                new SlotFeedback.KeyBlank(null, plain(number.value()), plain(number.tolerance()), null);
            case SlotKey.BlankKey.Pick pick -> new SlotFeedback.KeyBlank(null, null, null, pick.token());
        };
    }

    private static List<SlotFeedback.KeyRegion> regions(Interaction interaction) {
        return interaction instanceof Interaction.Hotspot hotspot
                ? hotspot.regions().stream()
                        .map(region -> new SlotFeedback.KeyRegion(region.shape(), region.name(), region.correct()))
                        .toList()
                : List.of();
    }

    /** Places that a correction drew have no names. */
    private static List<SlotFeedback.KeyRegion> shapes(SlotKey.Regions regions) {
        return regions.shapes().stream()
                .map(shape -> new SlotFeedback.KeyRegion(shape, "", true))
                .toList();
    }

    private static Rubric rubric(Interaction interaction) {
        return switch (interaction) {
            case Interaction.ShortAnswer written -> written.rubric();
            case Interaction.Essay written -> written.rubric();
            default -> throw new IllegalStateException("no rubric: " + interaction.type());
        };
    }

    private SlotFeedback.Key rubric(Slot slot, Interaction interaction) {
        Rubric rubric = rubric(interaction);
        List<Rubric.Point> said = rubric.points().isEmpty()
                ? List.of(new Rubric.Point(
                        texts.getMessage("paper.rubric.whole", null, Locale.SIMPLIFIED_CHINESE), BigDecimal.ONE))
                : rubric.points();
        List<SlotFeedback.RubricPoint> points = IntStream.range(0, said.size())
                .mapToObj(place -> new SlotFeedback.RubricPoint(
                        slot.tokens().get(place),
                        text.inlineHtml(said.get(place).text()),
                        said.get(place).weight()))
                .toList();
        return SlotFeedback.Key.rubric(points, rubric.sample().isBlank() ? null : text.html(rubric.sample()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<Integer> authored(FrozenSlot frozen, int variant) {
        boolean varied = frozen.slot().key() instanceof SlotKey.Variants;
        return frozen.authored().isEmpty() ? List.of() : frozen.authored().get(varied ? variant : 0);
    }

    private List<SlotFeedback.Why> whys(
            Slot slot, List<Integer> authored, Interaction interaction, UnaryOperator<String> filled) {
        List<@Nullable String> reasons = reasons(interaction);
        List<SlotFeedback.Why> whys = new ArrayList<>();
        for (int base = 0; base < Math.min(authored.size(), reasons.size()); base++) {
            String why = reasons.get(authored.get(base));
            if (why != null && !why.isBlank()) {
                whys.add(new SlotFeedback.Why(slot.tokens().get(base), text.inlineHtml(filled.apply(why))));
            }
        }
        return whys;
    }

    /** Why each option is right or wrong, in the author's order. */
    private static List<@Nullable String> reasons(Interaction interaction) {
        List<@Nullable String> reasons = new ArrayList<>();
        switch (interaction) {
            case Interaction.SingleChoice choice ->
                choice.options().stream().map(Option::why).forEach(reasons::add);
            case Interaction.MultipleChoice choice ->
                choice.options().stream().map(Option::why).forEach(reasons::add);
            case Interaction.Calculated calculated -> {
                reasons.add(null);
                calculated.distractors().stream().map(Distractor::why).forEach(reasons::add);
            }
            default -> {
                // Nothing else has a reason for each of its parts.
            }
        }
        return reasons;
    }
}
