package org.lianbing.paper;

import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.PoolItem;

/** How many of each difficulty a section of each form is short of. */
final class Bands {

    private final int[][] lacking;

    Bands(@Nullable DifficultyMix mix, int count, int forms) {
        this.lacking = IntStream.range(0, forms)
                .mapToObj(form -> mix == null ? new int[0] : mix.quotas(count))
                .toArray(int[][]::new);
    }

    int shortOf(int form, PoolItem item) {
        return lacking[form].length == 0 ? 0 : Math.max(0, lacking[form][DifficultyMix.band(item.difficulty())]);
    }

    void take(int form, PoolItem item) {
        if (lacking[form].length > 0) {
            lacking[form][DifficultyMix.band(item.difficulty())]--;
        }
    }
}
