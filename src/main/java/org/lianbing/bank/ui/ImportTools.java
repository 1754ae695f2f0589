package org.lianbing.bank.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.PointGuesses;
import org.lianbing.bank.exchange.RowSelection;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Notices;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** What is done to many rows of an import at once, and to the import as a whole. */
class ImportTools extends Div {

    private final transient ImportService imports;
    private final transient ImportMending mending;
    private final transient Trades trades;
    private final transient Outlines outlines;
    private final transient PointGuesses guesser;
    private final transient ItemText text;
    private final transient Actor actor;
    private final transient ImportDesk desk;
    private final transient RowsGrid grid;
    private final transient Runnable assigned;
    private transient Set<Integer> unmapped = Set.of();
    private final Button guesses = new Button();
    /** What can be done while rows are open only. */
    private final List<Button> forOpen;

    /**
     * @param grid where rows are chosen
     * @param assigned called after rows were changed that may be shown
     */
    ImportTools(RowSide.Services services, Actor actor, ImportDesk desk, RowsGrid grid, Runnable assigned) {
        this.imports = services.imports();
        this.mending = services.mending();
        this.trades = services.trades();
        this.outlines = services.outlines();
        this.guesser = services.guesses();
        this.text = services.text();
        this.actor = actor;
        this.desk = desk;
        this.grid = grid;
        this.assigned = assigned;
        guesses.addThemeVariants(ButtonVariant.LUMO_SMALL);
        guesses.addClickListener(click -> {
            mending.confirm(actor, desk.file().id(), RowSelection.ALL);
            desk.changed();
            assigned.run();
        });
        Button assign = new Button(getTranslation("bankui.assign.open"), Icons.of("items"), click -> assign());
        assign.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button propose = new Button(getTranslation("bankui.guess.open"), click -> map());
        propose.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button skip = new Button(getTranslation("bankui.import.skip-chosen"), click -> {
            if (!grid.chosen().isEmpty()) {
                mending.skip(actor, desk.file().id(), RowSelection.of(grid.chosen()), true);
                desk.changed();
            }
        });
        skip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button invite = new Button(getTranslation("bankui.import.invite"), click -> invite());
        invite.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Button delete = new Button(getTranslation("bankui.import.delete"), click -> away());
        delete.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        forOpen = List.of(propose, assign, skip);
        add(guesses, propose, assign, skip, invite, delete);
        addClassNames("row", "wrap", "import-bulk");
    }

    /**
     * How many guesses there are to agree to.
     *
     * @param without the rows that name no point yet
     */
    void show(ImportFile now, Collection<Integer> without) {
        unmapped = Set.copyOf(without);
        guesses.setText(getTranslation("bankui.import.confirm-all", now.count(RowState.GUESSED)));
        guesses.setVisible(now.count(RowState.GUESSED) > 0);
        boolean open = now.count(RowState.COMMITTED) + now.count(RowState.KNOWN) < now.rows();
        forOpen.forEach(button -> button.setVisible(open));
    }

    /** Proposes points for rows that name none; where nothing can be proposed, asks where they go. */
    void map() {
        List<PointGuesses.Guess> guessed = guesser.of(actor, desk.file().id());
        if (guessed.isEmpty()) {
            assign();
            return;
        }
        new PointGuessDialog(text, guessed, this::take, this::assign).open();
    }

    private void take(Map<PointId, Set<Integer>> rows) {
        rows.forEach((point, numbers) -> mending.assign(
                actor, desk.file().id(), RowSelection.of(numbers), new RowTarget(null, Set.of(), Set.of(point))));
        desk.changed();
        assigned.run();
    }

    private void assign() {
        ImportFile now = desk.file();
        new AssignDialog(
                        taught(trades, actor),
                        now.settings().trade() == null
                                ? null
                                : trades.get(now.settings().trade()),
                        outlines,
                        grid.chosen(),
                        unmapped,
                        imports.categories(actor, now.id()),
                        (which, target) -> {
                            mending.assign(actor, now.id(), which, target);
                            desk.changed();
                            assigned.run();
                        })
                .open();
    }

    private void invite() {
        List<PersonName> people = imports.colleagues(actor, desk.file().id());
        if (people.isEmpty()) {
            Notices.problem(getTranslation("bankui.import.invite-none"));
            return;
        }
        ComboBox<PersonName> whom = new ComboBox<>(getTranslation("bankui.import.invite-whom"));
        whom.setItems(people);
        whom.setItemLabelGenerator(PersonName::name);
        Dialog dialog = new Dialog(whom);
        dialog.setHeaderTitle(getTranslation("bankui.import.invite"));
        Button yes = new Button(getTranslation("bankui.import.invite"), click -> {
            if (whom.getValue() != null) {
                imports.invite(actor, desk.file().id(), whom.getValue().id());
                dialog.close();
                Notices.done(
                        getTranslation("bankui.import.invited", whom.getValue().name()));
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), yes);
        dialog.open();
    }

    /** Throws the import away, once that was asked. */
    void away() {
        Ask.once(
                this,
                getTranslation("bankui.import.delete-title"),
                getTranslation("bankui.import.delete-text"),
                getTranslation("bankui.import.delete"),
                () -> {
                    imports.delete(actor, desk.file().id());
                    UI.getCurrent().navigate("imports");
                });
    }

    /** The trades that a trainer may import for. */
    static List<Trade> taught(Trades trades, Actor actor) {
        return trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()))
                .toList();
    }
}
