package org.lianbing.bank.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;

import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.base.Actor;
import org.lianbing.base.ui.Notices;
import org.lianbing.search.SavedSearch;
import org.lianbing.search.SavedSearches;

/** The searches a person gave names: opened with one click, and the present one kept under a name. */
final class SavedSearchMenu extends Div {

    private static final int LONGEST_NAME = 40;

    private final transient SavedSearches searches;
    private final transient Actor actor;
    private final transient Supplier<ItemSelection> present;
    private final transient Consumer<ItemSelection> opened;
    private final Div list = new Div();
    private final TextField name = new TextField();
    private final Popover popover = new Popover();

    SavedSearchMenu(
            SavedSearches searches, Actor actor, Supplier<ItemSelection> present, Consumer<ItemSelection> opened) {
        this.searches = searches;
        this.actor = actor;
        this.present = present;
        this.opened = opened;
        Button button = new Button(getTranslation("bankui.saved.menu"));
        button.getElement().setAttribute("aria-haspopup", "dialog");
        name.setLabel(getTranslation("bankui.saved.name"));
        name.setMaxLength(LONGEST_NAME);
        Button keep = new Button(getTranslation("bankui.saved.keep"), click -> keep());
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(name, keep);
        form.addClassName("saved-form");
        list.addClassName("facet-values");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("bankui.saved.menu"));
        popover.addThemeName("facet");
        popover.add(list, form);
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fill();
            }
        });
        add(button, popover);
    }

    private void fill() {
        List<SavedSearch> mine = searches.of(actor, ItemDocuments.COLLECTION);
        list.removeAll();
        mine.forEach(search -> list.add(row(search)));
        if (mine.isEmpty()) {
            list.add(new Paragraph(getTranslation("bankui.saved.none")));
        }
    }

    private Div row(SavedSearch search) {
        NativeButton open = new NativeButton(search.name(), click -> {
            popover.close();
            opened.accept(ItemSelection.of(search.selection()));
        });
        open.addClassName("facet-value");
        Button forget = new Button(getTranslation("bankui.saved.forget"), click -> forget(search));
        forget.setAriaLabel(getTranslation("bankui.saved.forget-one", search.name()));
        forget.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div row = new Div(open, forget);
        row.addClassName("saved-row");
        return row;
    }

    private void keep() {
        if (name.getValue().isBlank()) {
            name.setInvalid(true);
            name.setErrorMessage(getTranslation("search.name", LONGEST_NAME));
            return;
        }
        searches.save(
                actor, ItemDocuments.COLLECTION, name.getValue(), present.get().query());
        Notices.done(UI.getCurrent()
                .getTranslation("bankui.saved.kept", name.getValue().strip()));
        name.clear();
        name.setInvalid(false);
        fill();
    }

    /** Kept again by its name while the same list is open. */
    private void forget(SavedSearch search) {
        searches.remove(actor, search.id());
        Notices.done(UI.getCurrent().getTranslation("bankui.saved.forgotten", search.name()));
        fill();
    }
}
