package org.lianbing.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CandidateSheet;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Origin;
import org.lianbing.bank.StemBlanks;
import org.lianbing.bank.content.Calculation;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;

/** Shows an item that is being written by all that makes a form of it, save that nothing is frozen or shuffled. */
@Component
class DraftSheets implements CandidateSheet {

    private static final long SEED = 1;
    /** The same for every sheet: two sheets differ only where their items do. */
    private static final FormId NO_FORM = FormId.next();

    private static final ItemVersionId NO_VERSION = ItemVersionId.next();
    private static final ItemId NO_ITEM = ItemId.next();
    private static final TradeId NO_TRADE = TradeId.next();

    private final Layouts layouts = new Layouts(new PositionTokens());
    private final Delivery delivery;
    private final JsonMapper json;

    DraftSheets(Delivery delivery, JsonMapper json) {
        this.delivery = delivery;
        this.json = json;
    }

    @Override
    public String form(ItemContent content) {
        ItemContent shown = new ItemContent(
                content.stem(),
                presentable(content.stem(), content.interaction()),
                content.explanation(),
                content.difficulty(),
                content.credit());
        ItemVersion version = new ItemVersion(NO_VERSION, NO_ITEM, 1, shown, Origin.NONE, null, "", Instant.EPOCH);
        List<ItemType> types = types(content.interaction());
        List<Asked> asked = Asked.of(shown, BigDecimal.ONE, null, 1);
        List<FrozenSlot> slots = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            slots.add(slot(place + 1, types.get(place), asked.get(place)));
        }
        return json.writeValueAsString(
                delivery.form(NO_FORM, "", slots, Map.of(NO_VERSION, version), BigDecimal.ONE, Aids.NONE));
    }

    private static List<ItemType> types(Interaction interaction) {
        return interaction instanceof Interaction.Case(var parts)
                ? parts.stream().map(part -> part.interaction().type()).toList()
                : List.of(interaction.type());
    }

    /** A slot of the type that was written, laid out as it can be presented by now. */
    private FrozenSlot slot(int number, ItemType type, Asked asked) {
        Layout layout = layouts.of(keyless(asked.interaction()), SEED);
        return new FrozenSlot(
                new Slot(
                        number,
                        1,
                        NO_ITEM,
                        NO_VERSION,
                        type,
                        NO_TRADE,
                        Set.of(),
                        asked.maxScore(),
                        asked.credit(),
                        asked.part(),
                        layout.lists(),
                        layout.key()),
                layout.authored());
    }

    /** A 单选 whose key was not chosen yet has the options of a 多选, which may have none. */
    private static Interaction keyless(Interaction interaction) {
        return interaction instanceof Interaction.SingleChoice(var options)
                ? new Interaction.MultipleChoice(options)
                : interaction;
    }

    /**
     * One variant of a 计算; of one that cannot be computed yet the field alone. A blank whose answer is not written yet is
     * a field all the same. Parts weigh the same, whatever they will.
     */
    private static Interaction presentable(String stem, Interaction interaction) {
        return switch (interaction) {
            case Interaction.FillIn(var blanks) ->
                new Interaction.FillIn(Stream.concat(
                                blanks.stream(), Stream.generate(() -> new Blank.Words(List.of(), false)))
                        .limit(Math.max(blanks.size(), StemBlanks.count(stem)))
                        .toList());
            case Interaction.Calculated calculated -> one(calculated);
            case Interaction.Case(var parts) ->
                new Interaction.Case(parts.stream()
                        .map(part -> part(part, presentable(part.stem(), part.interaction())))
                        .toList());
            default -> interaction;
        };
    }

    private static CasePart part(CasePart part, Interaction interaction) {
        return new CasePart(part.stem(), interaction, BigDecimal.ONE, part.explanation(), part.credit());
    }

    private static Interaction one(Interaction.Calculated calculated) {
        Interaction.Calculated one = new Interaction.Calculated(
                calculated.variables(),
                calculated.formula(),
                calculated.decimals(),
                calculated.tolerance(),
                calculated.unit(),
                calculated.distractors(),
                1);
        try {
            Calculation.of(one).variants(SEED);
            return one;
        } catch (Problem | ArithmeticException unfinished) {
            return new Interaction.Numeric(BigDecimal.ZERO, BigDecimal.ZERO, calculated.unit());
        }
    }
}
