package org.lianbing.competition.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedShare;

/**
 * From where items are drawn: the bank, or a sealed set that its setters let the organizer draw from unread. Not seen
 * where there is nothing to choose.
 */
class SourceSelect extends Select<SealedSetId> {

    private transient List<SealedShare> offered = List.of();

    SourceSelect() {
        addClassName("source");
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("competition.paper.source.bank"));
        setPlaceholder(getTranslation("competition.paper.source.bank"));
        setItemLabelGenerator(this::label);
        setVisible(false);
    }

    /** These can be chosen from now on, and what is chosen already. */
    void offer(List<SealedShare> shares) {
        if (shares.equals(offered)) {
            return;
        }
        offered = List.copyOf(shares);
        choose(chosen());
    }

    /** A set; null for the bank. One that is not offered stays chosen, and then there is nothing of it. */
    final void choose(@Nullable SealedSetId set) {
        List<SealedSetId> items =
                new ArrayList<>(offered.stream().map(SealedShare::set).toList());
        if (set != null && !items.contains(set)) {
            items.add(set);
        }
        if (!Objects.equals(items, getListDataView().getItems().toList())) {
            setItems(items);
        }
        setValue(set);
        setVisible(!items.isEmpty());
    }

    @Nullable
    SealedSetId chosen() {
        return getValue();
    }

    private String label(@Nullable SealedSetId set) {
        return offered.stream()
                .filter(share -> share.set().equals(set))
                .map(share -> getTranslation("competition.paper.source.sealed", share.title()))
                .findFirst()
                .orElseGet(() -> getTranslation(
                        set == null ? "competition.paper.source.bank" : "competition.paper.source.unknown"));
    }
}
