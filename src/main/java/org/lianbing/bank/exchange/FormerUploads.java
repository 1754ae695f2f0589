package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Fingerprint;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.exchange.store.FormerRows;
import org.lianbing.bank.exchange.store.FormerRows.Former;
import org.lianbing.base.Actor;

/**
 * Knows the rows of a corrected file again that came before, so that they change their items instead of becoming others.
 * The same file is one of the same name, whatever copies and corrections put behind it, uploaded by the same people.
 */
@Component
class FormerUploads {

    /** Of the pairs of characters of both stems, how many must be the same for a row at the same place. */
    private static final double ALIKE = 0.5;

    private final FormerRows rows;

    FormerUploads(FormerRows rows) {
        this.rows = rows;
    }

    /** What came with former uploads of a file. */
    Known of(Actor actor, ImportFile file) {
        return new Known(rows.of(
                actor.person(), file.id(), family(file.name()), file.settings().trade()));
    }

    /** The name without what is put behind it: {@code 题库 (1).xlsx}, {@code 题库-改.xlsx}, {@code 题库_修订版2.xlsx}. */
    static String family(String name) {
        return name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .replaceAll(
                        "(?:[\\s_\\-–—]*(?:[(（]\\d+[)）]|副本|copy|改|修改|修订|订正|更正|已改|v?\\d{1,2}|版|稿|问题行?|problems?))+$", "")
                .strip();
    }

    /** The rows that are known, by what they are known by. */
    static final class Known {

        private final Map<String, Former> byId = new HashMap<>();
        private final Map<String, Former> byPrint = new HashMap<>();
        private final Map<String, Former> byPlace = new HashMap<>();
        private final Set<ItemId> met = new HashSet<>();

        Known(List<Former> former) {
            for (Former one : former) {
                if (!one.externalId().isEmpty()) {
                    byId.putIfAbsent(one.externalId(), one);
                }
                if (one.fingerprint() != null) {
                    byPrint.putIfAbsent(one.fingerprint(), one);
                }
                ItemContent made = one.made();
                if (made != null && !made.equals(one.content())) {
                    byPrint.putIfAbsent(Fingerprint.of(made), one);
                }
                byPlace.putIfAbsent(one.place(), one);
            }
        }

        /**
         * The rows, those marked that say what they said before or what their item says now, and those that change it. A
         * row whose item was changed as well waits for a person.
         */
        List<ImportRow> meet(List<ImportRow> some, RowCheck check) {
            if (byPlace.isEmpty()) {
                return some;
            }
            List<ImportRow> all = new ArrayList<>();
            some.forEach(row -> all.add(meet(row, check)));
            return all;
        }

        private ImportRow meet(ImportRow row, RowCheck check) {
            if (!(check.reading(row) instanceof RowReading.Parsed parsed)) {
                return row;
            }
            Optional<Former> found = find(row, parsed.content()).filter(one -> met.add(one.item()));
            if (found.isEmpty()) {
                return row;
            }
            Former before = found.get();
            if (parsed.content().equals(before.content()) || parsed.content().equals(before.made())) {
                return row.known(before.code());
            }
            Standing changing = row.standing().updating(before.item(), before.version());
            return row.with(
                    before.content().equals(before.made())
                            ? changing
                            : changing.doubted(before.version(), before.code()));
        }

        private Optional<Former> find(ImportRow row, ItemContent content) {
            Former byItsId = row.where().externalId().isEmpty()
                    ? null
                    : byId.get(row.where().externalId());
            if (byItsId != null) {
                return Optional.of(byItsId);
            }
            Former same = row.fingerprint() == null ? null : byPrint.get(row.fingerprint());
            if (same != null) {
                return Optional.of(same);
            }
            @Nullable Former there = byPlace.get(row.where().toString());
            return Optional.ofNullable(there)
                    .filter(one -> isNear(content, one.content()) || isNear(content, one.made()));
        }
    }

    private static boolean isNear(ItemContent content, @Nullable ItemContent other) {
        return other != null && alike(other.stem(), content.stem()) >= ALIKE;
    }

    /** The share of pairs of characters that two texts have in common (Jaccard). */
    static double alike(String one, String other) {
        Set<String> left = pairs(one);
        Set<String> right = pairs(other);
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        return all.isEmpty() ? 1 : (double) both.size() / all.size();
    }

    private static Set<String> pairs(String text) {
        String bare = text.replaceAll("\\s+", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= bare.length(); i++) {
            pairs.add(bare.substring(i, i + 2));
        }
        return pairs;
    }
}
