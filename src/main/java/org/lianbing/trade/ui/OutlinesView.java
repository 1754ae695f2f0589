package org.lianbing.trade.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.sheet.Workbooks;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Edition;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineEditions;
import org.lianbing.trade.editing.OutlineImport;
import org.lianbing.trade.editing.OutlineImports;

/** The outlines in force of the person's trades, and where a workbook comes in. */
@Route("outlines")
@Menu(title = "outlines.menu", icon = "outline", order = 14)
@RolesAllowed({"TRAINER", "REVIEWER", "ADMIN"})
class OutlinesView extends Div implements HasDynamicTitle {

    private static final int RECENT = 10;

    /** So many trades are seen at a glance. */
    private static final int FEW = 8;

    private final transient OutlineImports imports;
    private final transient OutlineEditions editions;
    private final transient Trades trades;
    private final transient Moments moments;
    private final transient Actor actor;

    OutlinesView(
            OutlineImports imports, OutlineEditions editions, Trades trades, Moments moments, CurrentActor current) {
        this.imports = imports;
        this.editions = editions;
        this.trades = trades;
        this.moments = moments;
        this.actor = current.require();
        addClassNames("page", "outlines");
        List<Edition> mine = editions.mine(actor);
        PageHeader header = new PageHeader(getTranslation("base.section.1"), getTranslation("outlines.title"));
        if (!mine.isEmpty()) {
            Anchor export = new Anchor(
                    Downloads.workbook(
                            getTranslation("outlines.export-file"),
                            out -> editions.export(
                                    actor,
                                    mine.stream()
                                            .filter(Edition::current)
                                            .map(Edition::id)
                                            .toList(),
                                    out)),
                    getTranslation("outlines.export-all"));
            export.addClassName("button-link");
            header.setActions(export);
        }
        Paragraph hint = new Paragraph(getTranslation("outlines.import.hint"));
        hint.addClassNames("small", "muted");
        add(header, new Section(getTranslation("outlines.import.new"), upload(), hint));
        List<OutlineImport> open = open();
        if (!open.isEmpty()) {
            add(new Section(getTranslation("outlines.import.open"), drafts(open)));
        }
        add(
                mine.isEmpty()
                        ? new EmptyState("items", getTranslation("outlines.none"), getTranslation("outlines.none-hint"))
                        : new Section(getTranslation("outlines.in-force"), inForce(mine)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outlines.title");
    }

    private List<OutlineImport> open() {
        return imports.mine(actor, RECENT).stream()
                .filter(one -> one.drafts().stream().anyMatch(draft -> draft.committed() == null))
                .toList();
    }

    private Component upload() {
        Upload upload =
                new Upload(UploadHandler.toTempFile((metadata, file) -> read(metadata.fileName(), file.toPath())));
        upload.setAcceptedFileExtensions(".xlsx", ".xls");
        upload.setMaxFileSize((int) Workbooks.LARGEST);
        upload.setMaxFiles(1);
        Button button = new Button(getTranslation("outlines.import.choose"), Icons.of("upload"));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(getTranslation("outlines.import.drop")));
        upload.setI18n(UploadWords.of(this));
        upload.addFileRejectedListener(rejected -> Notices.problem(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    /** Reads the file that has arrived; the temporary file goes away whatever happens. */
    private void read(String name, Path file) throws IOException {
        try {
            OutlineImport made = imports.preview(actor, name, file);
            UI.getCurrent().navigate(OutlineNavigation.toImport(made.id(), 1));
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Component drafts(List<OutlineImport> open) {
        Div lines = new Div();
        lines.addClassName("lines");
        for (OutlineImport one : open) {
            OutlineDraft first = one.drafts().stream()
                    .filter(draft -> draft.committed() == null)
                    .findFirst()
                    .orElseThrow();
            String title = one.fileName().isEmpty() ? first.name() : one.fileName();
            Anchor line = line(
                    OutlineNavigation.toImport(one.id(), first.number()),
                    title,
                    moments.dayAndTime(this, one.changedAt()));
            long waiting = one.drafts().stream()
                    .filter(draft -> draft.committed() == null)
                    .count();
            line.add(new Tag(getTranslation("outlines.import.waiting", waiting), Tone.WARN), Icons.of("next"));
            lines.add(line);
        }
        return lines;
    }

    /** In the order of the catalogue; where there are many trades, one of them can be chosen. */
    private Component inForce(List<Edition> mine) {
        Div lines = new Div();
        lines.addClassName("lines");
        List<Trade> covered = trades.all().stream()
                .filter(trade ->
                        mine.stream().anyMatch(edition -> edition.trade().equals(trade.id())))
                .toList();
        fill(lines, mine, covered);
        if (covered.size() <= FEW) {
            return lines;
        }
        TradeBox narrow = new TradeBox();
        narrow.setAriaLabel(getTranslation("outlines.trade"));
        narrow.mayStayEmpty(getTranslation("outlines.all-trades", covered.size()));
        narrow.setItems(covered);
        narrow.addClassName("trade-filter");
        narrow.addValueChangeListener(
                change -> fill(lines, mine, change.getValue() == null ? covered : List.of(change.getValue())));
        Div both = new Div(narrow, lines);
        both.addClassName("stack");
        return both;
    }

    private void fill(Div lines, List<Edition> mine, List<Trade> shown) {
        lines.removeAll();
        for (Trade trade : shown) {
            mine.stream()
                    .filter(edition -> edition.current() && edition.trade().equals(trade.id()))
                    .sorted(Comparator.comparing(Edition::level, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .forEach(edition -> lines.add(inForce(trade, edition, mine)));
        }
    }

    private Anchor inForce(Trade trade, Edition edition, List<Edition> mine) {
        Level level = edition.level();
        String title =
                trade.name(getLocale()) + (level == null ? "" : " · " + getTranslation("base.level." + level.code()));
        Anchor line = line(
                OutlineNavigation.toOutline(edition.trade(), level),
                title,
                getTranslation("outlines.edition-and-points", edition.edition(), edition.points()));
        if (mine.stream().anyMatch(other -> other.waiting() && other.code().equals(edition.code()))) {
            line.add(new Tag(getTranslation("outlines.disk-waits"), Tone.WARN));
        }
        line.add(OutlineWords.source(this, edition), Icons.of("next"));
        return line;
    }

    private static Anchor line(String path, String title, String below) {
        Span name = new Span(title);
        name.addClassNames("strong", "name");
        Span words = new Span(below);
        words.addClassNames("small", "muted");
        Div both = new Div(name, words);
        both.addClassNames("grow", "stack-tight");
        Anchor line = new Anchor(path);
        line.setRouterIgnore(false);
        line.addClassNames("row", "line");
        line.add(both);
        return line;
    }
}
