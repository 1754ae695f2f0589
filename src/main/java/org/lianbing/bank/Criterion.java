package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A line of the score sheet of a 技能操作 (评分项).
 *
 * @param text what is looked at, Markdown
 * @param points what it counts at the most
 * @param deductions for what how much is taken off, Markdown; may be empty
 */
public record Criterion(String text, BigDecimal points, String deductions) {

    List<Passage> passages() {
        return Passage.joined(List.of(new Passage("text", text)), Passage.optional("deductions", deductions));
    }

    Criterion mapped(UnaryOperator<String> change) {
        return new Criterion(change.apply(text), points, change.apply(deductions));
    }
}
