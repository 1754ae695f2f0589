package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;
import org.lianbing.base.ui.Prose;

/** For each left one of the rights. */
class BlindPairs extends BlindAnswer {

    private final List<Select<Integer>> rights = new ArrayList<>();

    BlindPairs(Ask.Match match, ItemText text) {
        addClassName("blind-pairs");
        for (String left : match.lefts()) {
            Select<Integer> right = new Select<>();
            right.setItems(IntStream.range(0, match.rights().size()).boxed().toList());
            right.setItemLabelGenerator(place -> text.plain(match.rights().get(place)));
            right.setAriaLabel(text.plain(left));
            right.setPlaceholder(getTranslation("bankui.blind.right"));
            rights.add(right);
            Div row = new Div(new Prose(text.inlineHtml(left), "prose", "grow"), right);
            row.addClassNames("row", "between");
            add(row);
        }
    }

    @Override
    List<String> response() {
        return rights.stream().anyMatch(Select::isEmpty)
                ? List.of()
                : rights.stream().map(right -> String.valueOf(right.getValue())).toList();
    }

    @Override
    String hint() {
        return "bankui.blind.hint.match";
    }
}
