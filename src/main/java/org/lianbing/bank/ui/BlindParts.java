package org.lianbing.bank.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.html.Div;

import org.lianbing.bank.ItemText;
import org.lianbing.bank.review.Ask;
import org.lianbing.bank.review.Comparison;
import org.lianbing.base.ui.Prose;

/** The questions of a 案例, one below the other. */
class BlindParts extends BlindAnswer {

    private final List<BlindAnswer> answers = new ArrayList<>();

    BlindParts(Ask.Parts asked, ItemText text, Runnable enter) {
        addClassName("case-parts");
        asked.parts().forEach(part -> {
            BlindAnswer answer = BlindAnswer.to(part.ask(), text, enter);
            answers.add(answer);
            Div one = new Div(new Prose(text.html(part.stem()), "prose", "stem"), answer);
            one.addClassName("case-part");
            add(one);
        });
    }

    @Override
    List<String> response() {
        List<List<String>> all = answers.stream().map(BlindAnswer::response).toList();
        return all.stream().anyMatch(List::isEmpty)
                ? List.of()
                : all.stream().map(Comparison::part).toList();
    }

    @Override
    String hint() {
        return "bankui.blind.hint.parts";
    }
}
