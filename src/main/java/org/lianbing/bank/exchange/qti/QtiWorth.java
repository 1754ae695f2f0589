package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.qti.QtiTrial.Verdict;

/** How the responses to an item count here, and what has to be said where they counted otherwise. */
final class QtiWorth {

    private static final String LEFT_OUT = "exchange.remark.scoring-left-out";

    private final Element item;
    private final QtiDeclarations declarations;
    private final QtiTrial trial;
    private final List<Remark> remarks;

    QtiWorth(Element item, Map<String, QtiKey> keys, List<Remark> remarks) {
        this.item = item;
        this.declarations = new QtiDeclarations(item);
        this.trial = new QtiTrial(declarations, keys);
        this.remarks = remarks;
    }

    /** What all trials of the rules share. */
    QtiDeclarations declarations() {
        return declarations;
    }

    /** The rule for one question that is asked by these interactions; null for the usual one of its type. */
    @Nullable
    PartialCredit credit(Interaction interaction, List<Element> asked) {
        PartialCredit named = QtiTemplates.credit(item, interaction);
        boolean uneven = QtiTemplates.countDifferently(item);
        if (uneven) {
            remarks.add(Remark.of("exchange.remark.weights-evened"));
        }
        if (!isScored() || QtiOwn.isFromUs(item) || QtiPlainRules.are(item, interaction) && !byTemplate()) {
            return named;
        }
        Optional<Verdict> found = trial.of(asked).map(verdict -> in(interaction, verdict));
        boolean odd =
                item.select("> responseprocessing equal").stream().anyMatch(equal -> !QtiConditions.isSymmetric(equal));
        if ((odd || found.map(verdict -> !verdict.exact()).orElse(!byTemplate())) && !uneven) {
            remarks.add(Remark.of(LEFT_OUT));
        }
        found.map(Verdict::better)
                .ifPresent(better -> remarks.add(Remark.guess(0.3, "exchange.remark.key-scored-less", better)));
        return named != null || !PartialCredit.isChoiceFor(interaction.type())
                ? named
                : found.filter(verdict -> verdict.exact() && !byTemplate())
                        .map(Verdict::credit)
                        .orElse(null);
    }

    /** A table or places of a picture, each row and each thing of which counts by itself here. */
    private static Verdict in(Interaction interaction, Verdict verdict) {
        boolean rows = interaction instanceof Interaction.Case(List<CasePart> parts)
                && (verdict.credit() != PartialCredit.RIGHT_PARTS
                        || parts.stream().anyMatch(part -> part.interaction() instanceof Interaction.MultipleChoice));
        return rows ? new Verdict(null, false, verdict.full(), verdict.better()) : verdict;
    }

    /** The parts of a 案例 with what each of them is worth, where its rules say so. */
    List<CasePart> weighed(List<CasePart> parts, List<List<Element>> asked) {
        if (!isScored() || QtiOwn.isFromUs(item)) {
            return parts;
        }
        List<Optional<Verdict>> alone = asked.stream().map(trial::of).toList();
        double together =
                trial.together(asked.stream().flatMap(List::stream).toList()).orElse(0.0);
        double sum = alone.stream()
                .mapToDouble(one -> one.map(Verdict::full).orElse(0.0))
                .sum();
        boolean adds = alone.stream()
                        .allMatch(
                                one -> one.filter(verdict -> verdict.full() > 0).isPresent())
                && Math.abs(sum - together) < 1e-6;
        if (!adds || alone.stream().anyMatch(one -> !one.orElseThrow().exact())) {
            remarks.add(Remark.of(LEFT_OUT));
        }
        List<CasePart> weighed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CasePart part = parts.get(i);
            PartialCredit credit = PartialCredit.isChoiceFor(part.interaction().type())
                    ? alone.get(i).filter(Verdict::exact).map(Verdict::credit).orElse(null)
                    : null;
            BigDecimal weight = adds ? number(alone.get(i).orElseThrow().full()) : part.weight();
            weighed.add(new CasePart(part.stem(), part.interaction(), weight, part.explanation(), credit));
        }
        return weighed;
    }

    private static BigDecimal number(double weight) {
        BigDecimal rounded =
                BigDecimal.valueOf(weight).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Whether a text has to be written with the same capitals: a template or a rule that compares says so. */
    boolean mindsCase(String response, String word) {
        return isScored() && trial.mindsCase(response, word);
    }

    /** Says where a number is right in another range than its tolerance. */
    void demandTolerance(String response, BigDecimal number, BigDecimal tolerance) {
        boolean plain = item.select("> responseprocessing equal").stream().allMatch(QtiConditions::isSymmetric);
        if (isScored() && plain && !trial.fits(response, number, tolerance)) {
            remarks.add(Remark.of("exchange.remark.tolerance-left-out", number.toPlainString()));
        }
    }

    private boolean isScored() {
        return byTemplate()
                || !item.select("> responseprocessing setoutcomevalue, > responseprocessing lookupoutcomevalue")
                        .isEmpty();
    }

    private boolean byTemplate() {
        Element processing = item.selectFirst("> responseprocessing");
        return processing != null && processing.hasAttr("template") && processing.childrenSize() == 0;
    }
}
