package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.bulk.BulkOperation;
import org.lianbing.bank.bulk.BulkOperation.Entry;

/** What came of an act on many items: how many were done, and each that was not with its reason. */
class BulkOutcome extends Div {

    private static final int SHOWN = 200;

    BulkOutcome(BulkOperation operation) {
        addClassNames("stack", "bulk-outcome");
        if (operation.undoneAt() == null) {
            add(new Paragraph(getTranslation(
                    "bankui.bulk.done", operation.done(), operation.refused().size())));
            list(operation.refused(), false);
            if (!operation.act().undoable()) {
                Paragraph never = new Paragraph(getTranslation("bank.bulk.undo.published"));
                never.addClassNames("small", "muted");
                add(never);
            }
        } else {
            add(new Paragraph(getTranslation(
                    "bankui.bulk.undone",
                    operation.done() - operation.standing().size(),
                    operation.standing().size())));
            list(operation.standing(), true);
        }
    }

    private void list(List<Entry> entries, boolean undo) {
        Div lines = new Div();
        lines.addClassName("bulk-lines");
        entries.stream().limit(SHOWN).forEach(entry -> {
            Span code = new Span(entry.code());
            code.addClassName("strong");
            Div line = new Div(code, new Span(sentence(entry, undo ? entry.undoProblem() : entry.problem())));
            line.addClassName("bulk-line");
            lines.add(line);
        });
        if (!entries.isEmpty()) {
            add(lines);
        }
        if (entries.size() > SHOWN) {
            add(new Paragraph(getTranslation("bankui.bulk.more-lines", entries.size() - SHOWN)));
        }
    }

    private String sentence(Entry entry, @Nullable String problem) {
        return problem == null ? "" : getTranslation(problem, entry.arguments().toArray());
    }
}
