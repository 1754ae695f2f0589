package org.lianbing.course.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.course.Course;
import org.lianbing.course.CourseDraft;
import org.lianbing.course.Host;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.ui.TradeBox;

/** Fills in what a course is about. */
class CourseDialog extends Dialog {

    private final TextField title = new TextField();
    private final TextArea summary = new TextArea();
    private final TradeBox trade = new TradeBox();
    private final Select<Host> host = new Select<>();

    CourseDialog(List<Host> hosts, List<Trade> trades, Consumer<CourseDraft> done) {
        setHeaderTitle(getTranslation("course.new"));
        addClassName("form-dialog");
        title.setLabel(getTranslation("course.field.title"));
        title.setRequired(true);
        title.setMaxLength(80);
        summary.setLabel(getTranslation("course.field.summary"));
        summary.setMaxLength(500);
        trade.setLabel(getTranslation("course.field.trade"));
        trade.setRequired(true);
        List<Trade> known = trades.stream()
                .filter(each -> each.kind() != TradeKind.FOUNDATION)
                .toList();
        trade.setItems(known);
        trade.setValue(known.size() == 1 ? known.getFirst() : null);
        host.setLabel(getTranslation("course.field.host"));
        host.setItems(hosts);
        host.setItemLabelGenerator(Host::studio);
        host.setValue(hosts.getFirst());
        host.setVisible(hosts.size() > 1);
        add(title, trade, host, summary);
        Button save = new Button(getTranslation("course.save"), click -> save(done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    /** Shows a course that is there; it stays with its host. */
    void fill(Course course, List<Trade> trades) {
        setHeaderTitle(getTranslation("course.edit"));
        title.setValue(course.title());
        summary.setValue(course.summary());
        trades.stream()
                .filter(each -> each.id().equals(course.trade()))
                .findFirst()
                .ifPresent(trade::setValue);
        host.setVisible(false);
    }

    private void save(Consumer<CourseDraft> done) {
        Trade chosen = trade.getValue();
        title.setInvalid(title.getValue().isBlank());
        title.setErrorMessage(getTranslation("course.title-length", 80));
        trade.setInvalid(chosen == null);
        trade.setErrorMessage(getTranslation("course.trade-missing"));
        if (chosen == null || title.isInvalid()) {
            return;
        }
        done.accept(new CourseDraft(
                title.getValue(),
                summary.getValue(),
                chosen.id(),
                host.getValue().id()));
        close();
    }
}
