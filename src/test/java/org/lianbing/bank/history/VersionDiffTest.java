package org.lianbing.bank.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.history.TextDiff.Kind;
import org.lianbing.bank.history.TextDiff.Piece;
import org.lianbing.bank.history.VersionDiff.OptionPair;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.base.Level;

import static org.assertj.core.api.Assertions.assertThat;

class VersionDiffTest {

    @Test
    void chineseDiffersByCharactersAndLatinByWords() {
        assertThat(TextDiff.of("锉刀怎样清理？", "锉刀怎么清理？"))
                .containsExactly(
                        new Piece(Kind.SAME, "锉刀怎"),
                        new Piece(Kind.REMOVED, "样"),
                        new Piece(Kind.ADDED, "么"),
                        new Piece(Kind.SAME, "清理？"));
        assertThat(TextDiff.of("精度 0.02 mm", "精度 0.05 mm"))
                .contains(new Piece(Kind.REMOVED, "0.02"), new Piece(Kind.ADDED, "0.05"));
        assertThat(TextDiff.of("", "")).isEmpty();
        assertThat(TextDiff.differs(TextDiff.of("同", "同"))).isFalse();
    }

    @Test
    void optionsAreAlignedWhereverTheyMovedAndKeysMarked() {
        VersionDiff diff = VersionDiff.of(
                version(choice(option("十毫米", false), option("二十毫米", true), option("三十毫米", false))),
                version(choice(
                        option("二十毫米", false), option("十毫米", false), option("三十五毫米", true), option("不知道", false))));
        assertThat(diff.keyChanged()).isTrue();
        assertThat(diff.options())
                .satisfiesExactly(
                        pair -> assertPlaces(pair, 1, 0, true, false),
                        pair -> assertPlaces(pair, 0, 1, false, false),
                        pair -> {
                            assertPlaces(pair, 2, 2, false, true);
                            assertThat(pair.pieces()).contains(new Piece(Kind.ADDED, "五"));
                        },
                        pair -> assertThat(pair.before()).isNull());
        assertThat(diff.passages()).extracting(VersionDiff.Text::path).doesNotContain("options/0/text");
    }

    @Test
    void aNewOrderOfTheSameOptionsIsNoOtherKey() {
        VersionDiff diff = VersionDiff.of(
                version(choice(option("甲", true), option("乙", false))),
                version(choice(option("乙", false), option("甲", true))));
        assertThat(diff.keyChanged()).isFalse();
    }

    @Test
    void whatIsNoTextIsToldAsAFact() {
        VersionDiff diff = VersionDiff.of(
                version(new Interaction.Numeric(new BigDecimal("12.5"), BigDecimal.ZERO, "mm")),
                version(new Interaction.Numeric(new BigDecimal("12.6"), new BigDecimal("0.1"), "mm")));
        assertThat(diff.keyChanged()).isTrue();
        assertThat(diff.facts()).singleElement().satisfies(fact -> {
            assertThat(fact.name()).isEqualTo("key");
            assertThat(fact.before()).containsExactly("12.5 mm");
            assertThat(fact.after()).containsExactly("12.6 ± 0.1 mm");
        });
    }

    private static void assertPlaces(OptionPair pair, int before, int after, boolean keyBefore, boolean keyAfter) {
        assertThat(pair.before()).isEqualTo(before);
        assertThat(pair.after()).isEqualTo(after);
        assertThat(pair.keyBefore()).isEqualTo(keyBefore);
        assertThat(pair.keyAfter()).isEqualTo(keyAfter);
    }

    private static Interaction choice(Option... options) {
        return new Interaction.SingleChoice(List.of(options));
    }

    private static Option option(String text, boolean key) {
        return new Option(text, key, null);
    }

    private static VersionRow version(Interaction interaction) {
        return new VersionRow(
                ItemVersionId.next(),
                ItemId.next(),
                1,
                new ItemContent("题干", interaction, "", 3),
                Set.of(Level.SENIOR),
                Set.of(),
                Secrecy.OPEN,
                Origin.NONE,
                "",
                null,
                "",
                Instant.EPOCH);
    }
}
