package org.lianbing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Problem;

/** Gives the options of drafted slots their tokens and their base order, and says in tokens what is right. */
@Component
class Freezing {

    private final Pool pool;
    private final Tokens tokens;

    Freezing(Pool pool, Tokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /** The slots, numbered and in sections: a run of the same type is one. */
    List<FrozenSlot> freeze(List<DraftSlot> drafts, Map<ItemVersionId, ItemVersion> versions) {
        Map<ItemVersionId, PoolItem> items = pool.items(versions.keySet());
        List<FrozenSlot> slots = new ArrayList<>(drafts.size());
        int section = 0;
        @Nullable ItemType before = null;
        for (DraftSlot draft : drafts) {
            ItemVersion version = versions.get(draft.version());
            PoolItem item = items.get(draft.version());
            if (version == null || item == null) {
                throw Problem.notFound("paper.version-gone");
            }
            if (draft.type() != before) {
                section++;
                before = draft.type();
            }
            slots.add(freeze(slots.size() + 1, section, draft, version, item));
        }
        return slots;
    }

    private FrozenSlot freeze(int number, int section, DraftSlot draft, ItemVersion version, PoolItem item) {
        Interaction interaction = version.content().interaction();
        List<Integer> authored = baseOrder(interaction);
        List<String> names = tokens.next(authored.size());
        return new FrozenSlot(
                new Slot(
                        number,
                        section,
                        version.item(),
                        version.id(),
                        interaction.type(),
                        item.trade(),
                        item.points(),
                        draft.maxScore(),
                        names,
                        key(interaction, names, authored)),
                authored);
    }

    /** 正确 always stands before 错误; everything else is shuffled. */
    private List<Integer> baseOrder(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse fixed -> List.of(0, 1);
            case Interaction.SingleChoice choice ->
                tokens.order(choice.options().size());
            case Interaction.MultipleChoice choice ->
                tokens.order(choice.options().size());
            case Interaction.Ordering ordering -> tokens.order(ordering.steps().size());
            case Interaction.Numeric none -> List.of();
            default -> throw new IllegalStateException("not delivered: " + interaction.type());
        };
    }

    private static SlotKey key(Interaction interaction, List<String> names, List<Integer> authored) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> new SlotKey.One(names.get(truth.key() ? 0 : 1));
            case Interaction.SingleChoice choice ->
                new SlotKey.One(
                        where(names, authored, correct(choice.options())).getFirst());
            case Interaction.MultipleChoice choice ->
                new SlotKey.Several(Set.copyOf(where(names, authored, correct(choice.options()))));
            case Interaction.Ordering ordering ->
                new SlotKey.Order(IntStream.range(0, ordering.steps().size())
                        .mapToObj(step -> names.get(authored.indexOf(step)))
                        .toList());
            case Interaction.Numeric number -> new SlotKey.Value(number.key(), number.tolerance(), number.unit());
            default -> throw new IllegalStateException("not delivered: " + interaction.type());
        };
    }

    private static IntPredicate correct(List<Option> options) {
        return place -> options.get(place).correct();
    }

    private static List<String> where(List<String> names, List<Integer> authored, IntPredicate right) {
        return IntStream.range(0, names.size())
                .filter(base -> right.test(authored.get(base)))
                .mapToObj(names::get)
                .collect(Collectors.toList());
    }
}
