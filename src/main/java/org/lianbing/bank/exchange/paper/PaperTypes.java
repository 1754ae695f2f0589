package org.lianbing.bank.exchange.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.wide.TypeNames;

/** The types that headings of papers name: 三、填空题（每空 1 分）. */
final class PaperTypes {

    private static final List<Map.Entry<String, ItemType>> NAMES = List.of(
            Map.entry("填空", ItemType.FILL_IN),
            Map.entry("名词解释", ItemType.SHORT_ANSWER),
            Map.entry("简答", ItemType.SHORT_ANSWER),
            Map.entry("问答", ItemType.SHORT_ANSWER),
            Map.entry("简述", ItemType.SHORT_ANSWER),
            Map.entry("计算", ItemType.SHORT_ANSWER),
            Map.entry("论述", ItemType.ESSAY),
            Map.entry("综合", ItemType.ESSAY),
            Map.entry("案例", ItemType.ESSAY),
            Map.entry("分析", ItemType.ESSAY),
            Map.entry("选择", ItemType.SINGLE_CHOICE));

    /** Names of English papers, where "multiple choice" is one of several. */
    private static final Map<String, ItemType> ENGLISH = Map.ofEntries(
            Map.entry("multiple choice", ItemType.SINGLE_CHOICE),
            Map.entry("single choice", ItemType.SINGLE_CHOICE),
            Map.entry("multiple response", ItemType.MULTIPLE_CHOICE),
            Map.entry("multiple answer", ItemType.MULTIPLE_CHOICE),
            Map.entry("multiple select", ItemType.MULTIPLE_CHOICE),
            Map.entry("true or false", ItemType.TRUE_FALSE),
            Map.entry("true false", ItemType.TRUE_FALSE),
            Map.entry("fill in the blank", ItemType.FILL_IN),
            Map.entry("fill in blank", ItemType.FILL_IN),
            Map.entry("completion", ItemType.FILL_IN),
            Map.entry("short answer", ItemType.SHORT_ANSWER),
            Map.entry("calculation", ItemType.SHORT_ANSWER),
            Map.entry("essay", ItemType.ESSAY),
            Map.entry("case study", ItemType.ESSAY));

    private PaperTypes() {}

    static Optional<ItemType> english(String name) {
        String bare = name.toLowerCase(Locale.ROOT)
                .replaceAll("[/-]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst(" (?:questions?|items?|section)$", "");
        ItemType whole = ENGLISH.get(bare);
        return Optional.ofNullable(whole == null ? ENGLISH.get(bare.replaceFirst("s$", "")) : whole);
    }

    static Optional<ItemType> inHeading(String heading) {
        Optional<ItemType> closed = TypeNames.inHeading(heading).filter(type -> type != ItemType.NUMERIC);
        return closed.isPresent()
                ? closed
                : NAMES.stream()
                        .filter(name -> heading.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
