package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Option;

/** Composes key and reasons of a slot from its frozen content. */
@Component
class Feedbacks {

    private final Delivery delivery;
    private final ItemText text;

    Feedbacks(Delivery delivery, ItemText text) {
        this.delivery = delivery;
        this.text = text;
    }

    /** What may be shown of a slot once feedback is due. */
    SlotFeedback of(FrozenSlot frozen, ItemVersion version) {
        Slot slot = frozen.slot();
        Interaction interaction = version.content().interaction();
        return new SlotFeedback(
                slot.number(),
                delivery.stem(version),
                delivery.options(frozen, interaction).stream()
                        .map(option -> new SlotFeedback.Option(option.token(), option.text()))
                        .toList(),
                key(slot),
                text.html(version.content().explanation()),
                whys(frozen, interaction));
    }

    private static SlotFeedback.Key key(Slot slot) {
        return switch (slot.key()) {
            case SlotKey.One one -> tokens(List.of(one.token()));
            case SlotKey.Several several ->
                tokens(slot.tokens().stream().filter(several.tokens()::contains).toList());
            case SlotKey.Order order -> tokens(order.tokens());
            case SlotKey.Value value ->
                new SlotFeedback.Key(null, plain(value.value()), plain(value.tolerance()), value.unit());
        };
    }

    private static SlotFeedback.Key tokens(List<String> tokens) {
        return new SlotFeedback.Key(tokens, null, null, null);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private List<SlotFeedback.Why> whys(FrozenSlot frozen, Interaction interaction) {
        List<Option> options = switch (interaction) {
            case Interaction.SingleChoice choice -> choice.options();
            case Interaction.MultipleChoice choice -> choice.options();
            default -> List.of();
        };
        List<SlotFeedback.Why> whys = new ArrayList<>();
        for (int base = 0; base < options.size(); base++) {
            String token = frozen.slot().tokens().get(base);
            Optional.ofNullable(options.get(frozen.authored().get(base)).why())
                    .filter(why -> !why.isBlank())
                    .ifPresent(why -> whys.add(new SlotFeedback.Why(token, text.inlineHtml(why))));
        }
        return whys;
    }
}
