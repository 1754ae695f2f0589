package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Pair;
import org.lianbing.bank.exchange.format.Question.Remark;

/** Several responses of QTI 1.2 that offer the same, each for a left side, as a 连线. */
final class Qti1Pairs {

    private final Element presentation;
    private final Qti1Key key;
    private final Qti1Text text;
    private final List<Remark> remarks;

    Qti1Pairs(Element presentation, Qti1Key key, Qti1Text text, List<Remark> remarks) {
        this.presentation = presentation;
        this.key = key;
        this.text = text;
        this.remarks = remarks;
    }

    /** What is asked where both sides stand in blocks beside it; empty where they do not. */
    Optional<String> stem() {
        boolean apart = presentation.selectFirst("flow[class=RIGHT_MATCH_BLOCK]") != null;
        return Optional.ofNullable(presentation.selectFirst("flow[class=QUESTION_BLOCK]"))
                .filter(block -> apart)
                .map(text::stem);
    }

    /** Whether all responses offer the same. */
    boolean alike(List<Element> responses) {
        return responses.stream()
                        .map(text::labels)
                        .map(Map::values)
                        .map(List::copyOf)
                        .distinct()
                        .count()
                == 1;
    }

    /** What belongs together; where several belong to one, as words to a category, each of them goes with it. */
    Interaction interaction(List<Element> responses) {
        return responses.stream()
                        .anyMatch(response -> key.words(response.attr("ident")).size() > 1)
                ? categories(responses)
                : pairs(responses);
    }

    /** One response in which some labels name the group of those that they may go with (IMS, ILIAS). */
    Interaction groups(Element response) {
        Map<String, String> labels = text.labels(response);
        List<String> lefts = response.select("response_label[match_group]").eachAttr("ident");
        List<Pair> pairs = new ArrayList<>();
        List<String> extras = new ArrayList<>(labels.keySet());
        extras.removeAll(lefts);
        for (String[] both : key.together(response.attr("ident"))) {
            boolean turned = both.length == 2 && lefts.contains(both[1]);
            if (both.length == 2 && labels.containsKey(both[0]) && labels.containsKey(both[1])) {
                String left = turned ? both[1] : both[0];
                String right = turned ? both[0] : both[1];
                Pair pair = new Pair(labels.getOrDefault(left, left), labels.getOrDefault(right, right));
                if (!pairs.contains(pair)) {
                    pairs.add(pair);
                }
                extras.remove(right);
                extras.remove(left);
            }
        }
        if (pairs.isEmpty()) {
            throw new NoSuchElementException("pairs");
        }
        return new Interaction.Matching(
                pairs, extras.stream().map(id -> labels.getOrDefault(id, id)).toList());
    }

    private Interaction categories(List<Element> responses) {
        List<Pair> pairs = new ArrayList<>();
        Map<String, String> alone = new LinkedHashMap<>();
        Set<String> empty = new LinkedHashSet<>();
        for (Element response : responses) {
            String category = left(response);
            Map<String, String> labels = text.labels(response);
            List<String> own = key.words(response.attr("ident")).stream()
                    .filter(labels::containsKey)
                    .toList();
            own.forEach(id -> pairs.add(new Pair(labels.getOrDefault(id, id), category)));
            labels.forEach(alone::putIfAbsent);
            if (own.isEmpty()) {
                empty.add(category);
            }
        }
        if (pairs.isEmpty() || pairs.stream().anyMatch(pair -> pair.right().isEmpty())) {
            throw new NoSuchElementException("pairs");
        }
        List<String> used = pairs.stream().map(Pair::left).toList();
        List<String> left = alone.values().stream()
                .filter(said -> !used.contains(said))
                .distinct()
                .toList();
        if (!left.isEmpty()) {
            remarks.add(Remark.of("exchange.remark.unused-left-out", String.join(" / ", left)));
        }
        // There all of a category had to be right.
        remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        return new Interaction.Matching(pairs, List.copyOf(empty));
    }

    private Interaction pairs(List<Element> responses) {
        // Blackboard writes the rights once, in a block of their own, and refers to them by their order.
        List<String> apart = presentation.select("flow[class=RIGHT_MATCH_BLOCK] > flow").stream()
                .map(text::of)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        Set<String> rights = new LinkedHashSet<>(apart);
        List<String> alone = new ArrayList<>();
        for (Element response : responses) {
            Map<String, String> labels = text.labels(response);
            List<String> ids = List.copyOf(labels.keySet());
            ids.forEach(id -> rights.add(shown(id, ids, labels, apart)));
            String left = left(response);
            String right = key.words(response.attr("ident")).stream()
                    .filter(ids::contains)
                    .findFirst()
                    .map(id -> shown(id, ids, labels, apart))
                    .orElse("");
            if (!left.isEmpty() && !right.isEmpty()) {
                pairs.add(new Pair(left, right));
            } else if (!left.isEmpty()) {
                alone.add(left);
            }
        }
        if (pairs.isEmpty()) {
            throw new NoSuchElementException("pairs");
        }
        if (!alone.isEmpty()) {
            remarks.add(Remark.of("exchange.remark.unused-left-out", String.join(" / ", alone)));
        }
        pairs.forEach(pair -> rights.remove(pair.right()));
        rights.remove("");
        return new Interaction.Matching(pairs, List.copyOf(rights));
    }

    private static String shown(String id, List<String> ids, Map<String, String> labels, List<String> apart) {
        String said = labels.getOrDefault(id, "");
        int at = ids.indexOf(id);
        return said.isEmpty() && at < apart.size() ? apart.get(at) : said;
    }

    /** What stands at a response itself, or in Blackboard's blocks beside it. */
    String left(Element response) {
        Element own = response.selectFirst("> material, > flow_mat");
        if (own != null) {
            return text.of(own);
        }
        Element block = response.parent();
        Element beside = block == null ? null : block.selectFirst("> flow, > material, > flow_mat");
        return beside == null ? "" : text.of(beside);
    }
}
