package org.lianbing.competition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Pool;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;

/** The rule of partial credit that a blueprint lays down goes before the item's own, and stands frozen in the form. */
@IntegrationTest
class CreditRuleTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Pool pool;

    @Autowired
    MessageSource texts;

    @Autowired
    JsonMapper json;

    private Runnable giveBack = () -> {};

    /** The items of the paper, for whoever draws next. */
    @AfterEach
    void withdraw() {
        giveBack.run();
    }

    @ParameterizedTest
    @CsvSource({"ALL_OR_NOTHING, false, false", "RIGHT_PARTS, true, false", "NET_RIGHT, true, true"})
    void theRuleOfThePaperReachesTheScoreAndTheSentence(PartialCredit rule, boolean some, boolean tooMany)
            throws IOException {
        FormId form = drawn(rule);
        Slot slot = forms.get(form).slot(1);
        assertThat(slot.credit()).isEqualTo(rule);

        List<String> right = List.copyOf(((SlotKey.Several) slot.key()).tokens());
        assertThat(score(slot, right).signum()).isPositive();
        assertThat(score(slot, right.subList(0, 1)).signum())
                .as("one of the right ones")
                .isEqualTo(some ? 1 : 0);
        List<String> wrong =
                slot.tokens().stream().filter(token -> !right.contains(token)).toList();
        if (!wrong.isEmpty()) {
            List<String> picks = new ArrayList<>(right);
            picks.add(wrong.getFirst());
            assertThat(score(slot, picks).signum()).as("a wrong one too").isEqualTo(tooMany ? 1 : 0);
        }
        String sentence = "paper.rule.multiple-choice." + rule.code();
        assertThat(rendered(form))
                .contains(texts.getMessage(sentence, null, Locale.SIMPLIFIED_CHINESE))
                .contains(texts.getMessage(sentence, null, Locale.ENGLISH));
    }

    @Test
    void withoutARuleOfThePaperEachItemKeepsItsOwn() {
        Slot slot = forms.get(drawn(null)).slot(1);
        PartialCredit own = Objects.requireNonNull(
                        pool.versions(List.of(slot.version())).get(slot.version()))
                .content()
                .credit();
        assertThat(slot.credit()).isEqualTo(own == null ? PartialCredit.usual(ItemType.MULTIPLE_CHOICE) : own);
    }

    private FormId drawn(@Nullable PartialCredit rule) {
        Cast cast = Cast.in(city);
        CompetitionDraft plain = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, cast.worker());
        Competition opened = contest.open(
                cast.organizer(),
                new CompetitionDraft(
                        plain.name(),
                        plain.trade(),
                        plain.level(),
                        plain.window(),
                        List.of(new Blueprint.Section(ItemType.MULTIPLE_CHOICE, 1, BigDecimal.TEN, rule, null)),
                        plain.paperRules(),
                        plain.admitted(),
                        plain.results(),
                        plain.liveBoard(),
                        plain.aids()));
        giveBack = () -> competitions.withdraw(cast.organizer(), opened.id(), contest.now());
        return exams.forms(List.of(Contest.exam(opened))).keySet().iterator().next();
    }

    private BigDecimal score(Slot slot, List<String> picks) {
        return Scoring.score(slot, Responses.read(slot, json.valueToTree(picks)).orElseThrow(), Behaviour.DEFERRED)
                .score();
    }

    private String rendered(FormId form) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(
                new ByteArrayInputStream(forms.rendered(form).gzip()))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
