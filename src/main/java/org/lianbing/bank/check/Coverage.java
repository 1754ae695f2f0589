package org.lianbing.bank.check;

import java.util.HashSet;
import java.util.Set;

import org.lianbing.base.disk.Flaws;
import org.lianbing.trade.Importance;

/** Every core point (X) has an item. */
final class Coverage implements BankRule {

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            Set<String> asked = new HashSet<>();
            set.items().forEach(item -> asked.addAll(item.points()));
            set.points().forEach((name, point) -> {
                if (point.importance() == Importance.X && !asked.contains(name)) {
                    flaws.add(set.entry().code(), 0, "bank.check.uncovered", name, point.name());
                }
            });
        }
    }
}
