package org.lianbing.bank.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.bank.alike.AlikePair;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.alike.Shingles;
import org.lianbing.base.Actor;

/**
 * Remarks on rows that nearly say what an item of the bank, or a row before them, says. A person decides; the very same
 * is marked by {@link Doubles}.
 */
@Component
class AlikeRows {

    private static final String PREFIX = "exchange.alike.";
    /** Its arguments: the code of the item, how alike it is in percent, its id. */
    static final String ITEM = PREFIX + "item";

    private static final String ROW = PREFIX + "row";

    private final NearDuplicates near;

    AlikeRows(NearDuplicates near) {
        this.near = near;
    }

    /** The rows with the remarks that hold now; only items that the actor may read are named. */
    List<ImportRow> remark(Actor actor, List<ImportRow> rows, RowCheck check) {
        List<Integer> places = new ArrayList<>();
        List<Shingles> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportRow row = rows.get(i);
            if (row.duplicateOf() == null
                    && row.state() != RowState.COMMITTED
                    && check.reading(row) instanceof RowReading.Parsed parsed) {
                places.add(i);
                texts.add(Shingles.of(parsed.content()));
            }
        }
        Map<Integer, ImportProblem> remarks = new HashMap<>();
        for (AlikePair pair : near.among(texts, NearDuplicates.NEAR)) {
            int first = rows.get(places.get(pair.first())).number();
            remarks.putIfAbsent(places.get(pair.second()), ImportProblem.remark(null, ROW, "", first, pair.percent()));
        }
        near.best(actor, texts, NearDuplicates.NEAR)
                .forEach((index, nearest) -> remarks.put(places.get(index), remark(nearest)));
        List<ImportRow> remarked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            remarked.add(with(rows.get(i), Optional.ofNullable(remarks.get(i))));
        }
        return remarked;
    }

    private static ImportProblem remark(NearDuplicates.Nearest nearest) {
        return ImportProblem.remark(null, ITEM, "", nearest.code(), nearest.percent(), nearest.item());
    }

    private static ImportRow with(ImportRow row, Optional<ImportProblem> remark) {
        List<ImportProblem> problems = row.problems().stream()
                .filter(problem -> !problem.code().startsWith(PREFIX))
                .collect(Collectors.toCollection(ArrayList::new));
        remark.ifPresent(problems::add);
        return row.checked(problems, row.fingerprint());
    }
}
