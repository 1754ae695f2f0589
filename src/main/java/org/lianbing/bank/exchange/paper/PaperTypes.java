package org.lianbing.bank.exchange.paper;

import java.util.List;
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

    private PaperTypes() {}

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
