package org.lianbing.competition.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;

import org.lianbing.base.Level;
import org.lianbing.exam.ItemExposure;
import org.lianbing.paper.Fairness;

/** The tables of a fairness report in the reader's language. */
record FairnessWords(Component reader) {

    String get(String name, Object... arguments) {
        return reader.getTranslation("competition.fairness." + name, arguments);
    }

    private List<String> heads(String... names) {
        return Arrays.stream(names).map(this::get).toList();
    }

    FairnessTable forms(Fairness fairness) {
        return new FairnessTable(
                heads("form", "items", "difficulty", "easy", "medium", "hard", "points", "predicted", "spread"),
                fairness.forms().stream()
                        .map(one -> List.of(
                                get("number", one.number()),
                                String.valueOf(one.items()),
                                one.difficulty().toPlainString(),
                                String.valueOf(one.easy()),
                                String.valueOf(one.medium()),
                                String.valueOf(one.hard()),
                                String.valueOf(one.points()),
                                one.predicted().toPlainString(),
                                one.spread().toPlainString()))
                        .toList());
    }

    FairnessTable coverage(Fairness fairness) {
        return new FairnessTable(
                        heads("type", "stratum", "due", "given"),
                        fairness.coverage().stream().map(this::cell).toList())
                .as("words");
    }

    private List<String> cell(Fairness.Coverage one) {
        int least = one.given().stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = one.given().stream().mapToInt(Integer::intValue).max().orElse(0);
        return List.of(
                type(one.type()),
                stratum(one),
                String.valueOf(one.due()),
                least == most ? String.valueOf(least) : get("range", least, most));
    }

    private String stratum(Fairness.Coverage one) {
        Level level = one.level();
        String name = one.stratum().isEmpty() ? get("elsewhere") : one.stratum();
        return level == null ? name : reader.getTranslation("base.level." + level.code()) + " · " + name;
    }

    /** Mean and most in a sentence. */
    String overlap(Fairness fairness) {
        return fairness.mostOverlap()
                .filter(most -> most.items() > 0)
                .map(most -> get("overlap.mean", fairness.meanOverlap().toPlainString())
                        + get("overlap.worst", get("number", most.one()), get("number", most.other()), most.items()))
                .orElseGet(() -> get("overlap.none"));
    }

    /** Each form against each; none where there are too many for a page. */
    List<FairnessTable> matrix(Fairness fairness) {
        int count = fairness.forms().size();
        if (count > Fairness.COMPARED) {
            return List.of();
        }
        int[][] common = new int[count][count];
        fairness.overlaps().forEach(one -> {
            common[one.one() - 1][one.other() - 1] = one.items();
            common[one.other() - 1][one.one() - 1] = one.items();
        });
        List<String> heads = new ArrayList<>(List.of(get("overlap.with")));
        IntStream.rangeClosed(1, count).mapToObj(String::valueOf).forEach(heads::add);
        List<List<String>> rows = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            List<String> row = new ArrayList<>(List.of(get("number", one + 1)));
            for (int other = 0; other < count; other++) {
                row.add(one == other ? "—" : String.valueOf(common[one][other]));
            }
            rows.add(row);
        }
        return List.of(new FairnessTable(heads, rows).as("matrix"));
    }

    /** How many items stand in one form, in two, and so on. */
    FairnessTable histogram(List<ItemExposure> exposures) {
        List<Integer> counts = exposures.stream()
                .map(one -> one.forms().size())
                .distinct()
                .sorted()
                .toList();
        return new FairnessTable(
                heads("in-forms", "in-items"),
                counts.stream()
                        .map(count -> List.of(
                                String.valueOf(count),
                                String.valueOf(exposures.stream()
                                        .filter(one -> one.forms().size() == count)
                                        .count())))
                        .toList());
    }

    /** Every item with who sees it. */
    FairnessTable items(List<ItemExposure> exposures, int forms) {
        return new FairnessTable(
                        heads("item", "type", "item.difficulty", "item.forms", "item.candidates"),
                        exposures.stream().map(one -> item(one, forms)).toList())
                .as("words");
    }

    private List<String> item(ItemExposure one, int forms) {
        ItemExposure.Named named = one.named();
        return List.of(
                named == null ? get("item.unnamed") : named.code(),
                named == null ? "—" : type(named.item().type().code()),
                named == null ? "—" : String.valueOf(named.item().difficulty()),
                forms <= Fairness.COMPARED
                        ? one.forms().stream().map(String::valueOf).collect(Collectors.joining(get("item.and")))
                        : get("item.of", one.forms().size(), forms),
                String.valueOf(one.candidates()));
    }

    private String type(String code) {
        return reader.getTranslation("paper.section." + code);
    }
}
