package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.wide.PointNames;
import org.lianbing.bank.exchange.wide.RowContext;
import org.lianbing.bank.exchange.wide.RowParser;
import org.lianbing.bank.exchange.wide.WideTesting;
import org.lianbing.base.Level;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateExamplesTest {

    /** Whoever fills the template in as its examples are must not get problems for it. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void eachExampleIsAnItemOfItsType(String language) {
        List<ImportCells> rows = TemplateExamples.rows(
                key -> WideTesting.words().getMessage(key, null, Locale.forLanguageTag(language)));
        RowContext senior = new RowContext(Set.of(Level.SENIOR), true, PointNames.NONE);
        assertThat(rows).hasSize(9).allSatisfy(cells -> {
            RowReading reading = RowParser.parse(cells, false, senior);
            assertThat(reading).isInstanceOf(RowReading.Parsed.class);
            RowReading.Parsed parsed = (RowReading.Parsed) reading;
            assertThat(parsed.problems()).isEmpty();
            assertThat(RowParser.namedType(cells.get(ImportField.TYPE)))
                    .contains(parsed.content().interaction().type());
        });
        List<Interaction> interactions = rows.stream()
                .map(cells -> ((RowReading.Parsed) RowParser.parse(cells, false, senior))
                        .content()
                        .interaction())
                .toList();
        assertThat(interactions)
                .anySatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Interaction.Matching.class,
                                matching -> assertThat(matching.extras()).hasSize(1)));
        assertThat(interactions)
                .anySatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Interaction.ShortAnswer.class,
                                answer -> assertThat(answer.rubric().points()).hasSize(4)));
        assertThat(interactions)
                .anySatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Interaction.FillIn.class,
                                fill -> assertThat(fill.blanks()).hasSize(2)));
    }
}
