package org.lianbing.bank.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.base.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** The question bank of the repository: sound in every file, wide enough for a city, deep in five trades. */
class TheBankItselfTest {

    private static MessageSource texts;
    private static BankOnDisk bank;

    @BeforeAll
    static void read() throws IOException {
        texts = Texts.bundled();
        bank = BankOnDisk.read(Path.of("question-bank"), texts);
    }

    @Test
    void nothingIsWrongInItsFiles() {
        assertThat(CheckBank.flaws(bank, texts)).isEmpty();
    }

    @Test
    void thereAreThirtyFiveTradesAndSixFoundations() {
        List<SetOnDisk> trades = bank.sets().stream().filter(SetOnDisk::isTrade).toList();
        List<SetOnDisk> foundations =
                bank.sets().stream().filter(set -> !set.isTrade()).toList();
        assertThat(trades).hasSizeGreaterThanOrEqualTo(35);
        assertThat(foundations).hasSizeGreaterThanOrEqualTo(6);
        assertThat(Counts.of(trades).items()).isGreaterThanOrEqualTo(3600);
        assertThat(Counts.of(foundations).items()).isGreaterThanOrEqualTo(360);
    }

    @Test
    void eachTradeHasEightyItemsOverThreeLevelsAndFortyPoints() {
        assertThat(bank.sets()).filteredOn(SetOnDisk::isTrade).allSatisfy(set -> {
            Counts counts = Counts.of(List.of(set));
            assertThat(counts.items()).as(set.entry().code()).isGreaterThanOrEqualTo(80);
            assertThat(counts.levels()).as(set.entry().code()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(set.points()).as(set.entry().code()).hasSizeGreaterThanOrEqualTo(40);
            assertThat(counts.types()).as(set.entry().code()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(set.entry().aliases()).as(set.entry().code()).isNotEmpty();
        });
        assertThat(bank.sets())
                .filteredOn(set -> !set.isTrade())
                .allSatisfy(
                        set -> assertThat(set.items()).as(set.entry().code()).hasSizeGreaterThanOrEqualTo(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"electrician", "fitter", "welder", "auto-repair", "elderly-care"})
    void fiveTradesAreDeepEnoughForTwoPapersThatDoNotOverlap(String code) {
        SetOnDisk set = bank.sets().stream()
                .filter(one -> one.entry().code().equals(code))
                .findFirst()
                .orElseThrow();
        Map<String, Set<ItemType>> types = new HashMap<>();
        set.points().keySet().stream()
                .filter(point -> point.startsWith(code + "-senior:"))
                .forEach(point -> types.put(point, EnumSet.noneOf(ItemType.class)));
        set.items()
                .forEach(item -> item.points()
                        .forEach(point -> types.computeIfPresent(point, (named, those) -> {
                            those.add(item.type());
                            return those;
                        })));
        assertThat(Counts.of(List.of(set)).of(Level.SENIOR)).isGreaterThanOrEqualTo(240);
        assertThat(types)
                .allSatisfy((point, those) -> assertThat(those)
                        .as(point)
                        .contains(ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE));
    }
}
