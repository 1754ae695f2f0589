package org.lianbing.bank.check;

import java.util.List;

import org.lianbing.bank.alike.PairFinder;
import org.lianbing.bank.alike.Shingles;
import org.lianbing.base.disk.Flaws;

/** No two items of the whole bank say nearly the same in stem and options. */
final class Doubles implements BankRule {

    private static final double MOST_ALIKE = 0.8;

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        List<ItemOnDisk> all =
                bank.sets().stream().flatMap(set -> set.items().stream()).toList();
        PairFinder finder = new PairFinder();
        all.forEach(item -> finder.add(Shingles.of(item.content()), 0));
        finder.pairs(MOST_ALIKE, band -> {}).forEach(pair -> {
            ItemOnDisk second = all.get(pair.second());
            flaws.add(
                    second.file(),
                    second.line(),
                    "bank.check.double",
                    second.code(),
                    all.get(pair.first()).code(),
                    pair.percent());
        });
    }
}
