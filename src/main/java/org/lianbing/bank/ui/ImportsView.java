package org.lianbing.bank.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeBox;

/** Where a file comes in: say whose items they are, drop it; below, the files one is still at. */
@Route("imports")
@Menu(title = "bankui.imports.menu", icon = "import", order = 11)
@RolesAllowed("TRAINER")
class ImportsView extends Div implements HasDynamicTitle {

    private static final int RECENT = 20;
    private static final int LARGEST = 50 * 1024 * 1024;
    private static final int MOST_FILES = 5;

    private final transient ImportService imports;
    private final transient Actor actor;
    private final transient Moments moments;
    private final TradeBox trade = new TradeBox();
    private final MultiSelectComboBox<Level> levels = new MultiSelectComboBox<>();
    private final Select<Secrecy> secrecy = new Select<>();
    private final Checkbox together = new Checkbox();
    private final transient List<org.lianbing.bank.exchange.format.Upload> waiting =
            java.util.Collections.synchronizedList(new ArrayList<>());

    ImportsView(ImportService imports, ExportService exports, Trades trades, Moments moments, CurrentActor current) {
        this.imports = imports;
        this.moments = moments;
        this.actor = current.require();
        addClassNames("page", "imports");
        Anchor template = new Anchor(
                Downloads.workbook(getTranslation("exchange.template.file"), exports::template),
                getTranslation("bankui.imports.template"));
        template.addClassName("button-link");
        add(new PageHeader(getTranslation("base.section.1"), getTranslation("bankui.imports.title"), template));
        fillSettings(trades);
        Div settings = new Div(trade, levels, secrecy);
        settings.addClassName("import-settings");
        add(new Section(getTranslation("bankui.imports.new"), settings, upload(), paste(), hint()), recent());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.imports.title");
    }

    private void fillSettings(Trades trades) {
        List<Trade> mine = trades.all().stream()
                .filter(one -> actor.hasFor(Role.TRAINER, one.id()))
                .toList();
        trade.setLabel(getTranslation("bankui.trade"));
        trade.setItems(mine);
        trade.mayStayEmpty(getTranslation("bankui.imports.trade-any"));
        levels.setLabel(getTranslation("bankui.imports.levels"));
        levels.setItemLabelGenerator(level -> Words.of(this, level));
        levels.setPlaceholder(getTranslation("bankui.imports.levels-all"));
        trade.addValueChangeListener(change -> {
            levels.setItems(
                    change.getValue() == null ? List.of() : change.getValue().levels());
            levels.setVisible(
                    change.getValue() == null || !change.getValue().levels().isEmpty());
        });
        secrecy.setLabel(getTranslation("bankui.secrecy"));
        secrecy.setItems(Secrecy.OPEN, Secrecy.RESERVED);
        secrecy.setValue(Secrecy.OPEN);
        secrecy.setItemLabelGenerator(one -> Words.of(this, one));
        if (mine.size() == 1) {
            trade.setValue(mine.getFirst());
        }
    }

    private Component upload() {
        Upload upload =
                new Upload(UploadHandler.toTempFile((metadata, file) -> arrived(metadata.fileName(), file.toPath())));
        upload.setMaxFileSize(LARGEST);
        upload.setMaxFiles(MOST_FILES);
        Button button = new Button(getTranslation("bankui.imports.choose"), Icons.of("upload"));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(getTranslation("bankui.imports.drop")));
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> Notices.problem(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            begin();
        });
        together.setLabel(getTranslation("bankui.imports.together"));
        return new Div(upload, together);
    }

    private UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(getTranslation("exchange.file-too-large", LARGEST / 1024 / 1024))
                .setIncorrectFileType(getTranslation("exchange.file-not-excel"))
                .setTooManyFiles(getTranslation("bankui.imports.one-by-one")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("bankui.imports.connecting"))
                        .setProcessing(getTranslation("bankui.imports.reading"))
                        .setStalled(getTranslation("bankui.imports.stalled")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(getTranslation("bankui.imports.remaining"))
                        .setUnknown(getTranslation("bankui.imports.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("bankui.imports.unavailable"))
                        .setUnexpectedServerError(getTranslation("base.unexpected"))
                        .setForbidden(getTranslation("base.forbidden"))));
        words.setUnits(List.of("B", "KB", "MB", "GB"));
        return words;
    }

    private Component hint() {
        Paragraph hint = new Paragraph(getTranslation("bankui.imports.hint"));
        hint.addClassNames("small", "muted");
        return hint;
    }

    /** Keeps a file until all have arrived that were dropped together. */
    private void arrived(String name, Path file) {
        waiting.add(new org.lianbing.bank.exchange.format.Upload(name, file));
    }

    /** Begins to read what has arrived: each file by itself, or the first with the others as its answers. */
    private void begin() {
        List<org.lianbing.bank.exchange.format.Upload> arrived = List.copyOf(waiting);
        waiting.clear();
        List<ImportFile> made = new ArrayList<>();
        try {
            if (together.getValue() || arrived.size() == 1) {
                made.add(imports.start(actor, settings(), arrived));
            } else {
                arrived.forEach(one -> made.add(imports.start(actor, settings(), List.of(one))));
            }
        } catch (Problem problem) {
            Notices.problem(getTranslation(problem.code(), problem.arguments()));
        } finally {
            arrived.forEach(one -> one.path().toFile().delete());
        }
        if (made.size() == 1) {
            UI.getCurrent().navigate("imports/" + made.getFirst().id());
        } else if (!made.isEmpty()) {
            UI.getCurrent().getPage().reload();
        }
    }

    private ImportSettings settings() {
        Trade chosen = trade.getValue();
        return new ImportSettings(
                chosen == null ? null : chosen.id(), Set.copyOf(levels.getValue()), secrecy.getValue());
    }

    /** Text from anywhere, read like a file. */
    private Component paste() {
        TextArea text = new TextArea(getTranslation("bankui.imports.paste"));
        text.setPlaceholder(getTranslation("bankui.imports.paste-hint"));
        text.setMinRows(4);
        text.setMaxRows(12);
        text.setWidthFull();
        Button read = new Button(getTranslation("bankui.imports.paste-read"), click -> {
            if (text.getValue().isBlank()) {
                text.focus();
                return;
            }
            try {
                Path file = java.nio.file.Files.createTempFile("lianbing-import", ".txt");
                java.nio.file.Files.writeString(file, text.getValue());
                arrived(getTranslation("bankui.imports.paste-name") + ".txt", file);
                begin();
            } catch (IOException e) {
                Notices.problem(getTranslation("exchange.file-broken"));
            }
        });
        Div whole = new Div(text, read);
        whole.addClassName("stack");
        return whole;
    }

    private Component recent() {
        List<ImportFile> files = imports.mine(actor, RECENT);
        if (files.isEmpty()) {
            return new EmptyState(
                    "import", getTranslation("bankui.imports.none"), getTranslation("bankui.imports.none-hint"));
        }
        Div lines = new Div();
        lines.addClassName("lines");
        files.forEach(file -> lines.add(line(file)));
        return new Section(getTranslation("bankui.imports.recent"), lines);
    }

    private Component line(ImportFile file) {
        Span name = new Span(file.name());
        name.addClassNames("strong", "name");
        Span when = new Span(moments.dayAndTime(this, file.changedAt()));
        when.addClassNames("small", "muted");
        Div words = new Div(name, when);
        words.addClassNames("grow", "stack-tight");
        Anchor link = new Anchor("imports/" + file.id());
        link.setRouterIgnore(false);
        link.addClassNames("row", "line");
        link.add(words);
        tag(file, RowState.FAULTY, Tone.BAD, link);
        tag(file, RowState.DUPLICATE, Tone.WARN, link);
        tag(file, RowState.READY, Tone.BLUE, link);
        tag(file, RowState.COMMITTED, Tone.GOOD, link);
        link.add(Icons.of("next"));
        return link;
    }

    private void tag(ImportFile file, RowState state, Tone tone, Anchor link) {
        if (file.count(state) > 0) {
            link.add(new Tag(getTranslation("bankui.row." + state) + " " + file.count(state), tone));
        }
    }
}
