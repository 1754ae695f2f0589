package org.lianbing.bank.alike;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;

import static org.assertj.core.api.Assertions.assertThat;

class PairFinderTest {

    @Test
    void findsWhatComparingAllWithAllFinds() {
        Random random = new Random(3);
        String words = "电机检修停送验放接地线圈绕组压流阻容感安全规程操作票监护";
        List<Shingles> all = random.ints(300)
                .mapToObj(seed -> {
                    StringBuilder stem = new StringBuilder("检修电机前应按规程停电验电放电并挂接地线");
                    for (int change = 0; change < Math.abs(seed % 6); change++) {
                        stem.setCharAt(random.nextInt(stem.length()), words.charAt(random.nextInt(words.length())));
                    }
                    return Shingles.of(new ItemContent(stem.toString(), new Interaction.TrueFalse(true), "", 2));
                })
                .toList();
        PairFinder finder = new PairFinder();
        all.forEach(shingles -> finder.add(shingles, shingles.size() % 2));
        List<AlikePair> found = finder.pairs(0.85, band -> {});
        assertThat(found).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.first()).isLessThan(pair.second());
            assertThat(all.get(pair.first()).size() % 2)
                    .isEqualTo(all.get(pair.second()).size() % 2);
            assertThat(all.get(pair.first()).resemblance(all.get(pair.second())))
                    .isEqualTo(pair.resemblance())
                    .isGreaterThanOrEqualTo(0.85);
        });
        assertThat(found.stream()
                        .map(pair -> pair.first() * 1000 + pair.second())
                        .distinct())
                .hasSameSizeAs(found);
    }

    @Test
    void everyPairOfTheSameIsFoundUntilThereAreVeryMany() {
        PairFinder finder = new PairFinder();
        Shingles same = Shingles.of(new ItemContent("验电之前先停电", new Interaction.TrueFalse(true), "", 2));
        for (int i = 0; i < 20; i++) {
            finder.add(same, 0);
        }
        assertThat(finder.pairs(0.9, band -> {})).hasSize(190);
    }
}
