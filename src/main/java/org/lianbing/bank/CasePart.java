package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A question about a 案例.
 *
 * @param stem Markdown
 * @param interaction how it is answered; in any way but that of a 案例
 * @param weight its share of the item's score, against the sum of all parts
 * @param explanation Markdown; may be empty
 * @param credit by which rule a response that is right in part counts; null for the type's own
 */
public record CasePart(
        String stem,
        Interaction interaction,
        BigDecimal weight,
        String explanation,
        @Nullable PartialCredit credit) {

    List<Passage> passages() {
        List<Passage> all = new ArrayList<>();
        all.add(new Passage("stem", stem));
        all.addAll(interaction.passages());
        all.addAll(Passage.optional("explanation", explanation));
        return all;
    }

    CasePart mapped(UnaryOperator<String> change) {
        return new CasePart(change.apply(stem), interaction.mapped(change), weight, change.apply(explanation), credit);
    }
}
