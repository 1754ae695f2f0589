package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.paper.render.DeliveredForm;
import org.lianbing.paper.render.DeliveredForm.DeliveredOption;
import org.lianbing.paper.render.DeliveredForm.DeliveredSection;
import org.lianbing.paper.render.DeliveredForm.DeliveredSlot;
import org.lianbing.paper.render.DeliveredForm.English;

/** Picks from frozen slots what a candidate may have: stems and options under their tokens, in base order. */
@Component
class Delivery {

    private final ItemText text;
    private final MessageSource texts;

    Delivery(ItemText text, MessageSource texts) {
        this.text = text;
        this.texts = texts;
    }

    /** The whole form without its keys. */
    DeliveredForm form(
            FormId id, String title, List<FrozenSlot> slots, Map<ItemVersionId, ItemVersion> versions, BigDecimal max) {
        List<DeliveredSlot> delivered = new ArrayList<>(slots.size());
        for (FrozenSlot frozen : slots) {
            ItemVersion version = versions.get(frozen.slot().version());
            if (version == null) {
                throw new IllegalStateException("no version " + frozen.slot().version());
            }
            delivered.add(slot(frozen, version));
        }
        return new DeliveredForm(id.toString(), title, sections(slots), max, delivered);
    }

    /** Stem of a frozen content; HTML. */
    String stem(ItemVersion version) {
        return text.html(version.content().stem());
    }

    /** The options in base order; HTML. */
    List<DeliveredOption> options(FrozenSlot frozen, Interaction interaction) {
        List<String> names = frozen.slot().tokens();
        List<String> authored = authoredTexts(interaction);
        return IntStream.range(0, names.size())
                .mapToObj(base -> new DeliveredOption(
                        names.get(base), authored.get(frozen.authored().get(base))))
                .toList();
    }

    private DeliveredSlot slot(FrozenSlot frozen, ItemVersion version) {
        Slot slot = frozen.slot();
        Interaction interaction = version.content().interaction();
        @Nullable List<DeliveredOption> options = slot.tokens().isEmpty() ? null : options(frozen, interaction);
        return new DeliveredSlot(
                slot.number(),
                slot.section(),
                slot.type().code(),
                slot.maxScore(),
                stem(version),
                options,
                interaction instanceof Interaction.Numeric number ? number.unit() : null);
    }

    private List<String> authoredTexts(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse fixed -> List.of(chinese("paper.true"), chinese("paper.false"));
            case Interaction.SingleChoice choice -> html(choice.options());
            case Interaction.MultipleChoice choice -> html(choice.options());
            case Interaction.Ordering ordering ->
                ordering.steps().stream().map(text::inlineHtml).toList();
            default -> List.of();
        };
    }

    private List<String> html(List<Option> options) {
        return options.stream().map(Option::text).map(text::inlineHtml).toList();
    }

    private List<DeliveredSection> sections(List<FrozenSlot> slots) {
        List<DeliveredSection> sections = new ArrayList<>();
        for (FrozenSlot frozen : slots) {
            if (frozen.slot().section() > sections.size()) {
                sections.add(section(frozen.slot().type()));
            }
        }
        return sections;
    }

    private DeliveredSection section(ItemType type) {
        String name = "paper.section." + type.code();
        String rule = "paper.rule." + type.code();
        return new DeliveredSection(
                chinese(name), chinese(rule), type.code(), new English(english(name), english(rule)));
    }

    private String chinese(String key) {
        return texts.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private String english(String key) {
        return texts.getMessage(key, null, Locale.ENGLISH);
    }
}
