package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.bank.exchange.store.UploadTable;
import org.lianbing.bank.exchange.wide.RowParser;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/**
 * A trainer's file on its way into the bank: read, looked at, mended row by row, then committed. What was uploaded stays
 * until it became drafts, so that one can go on with it another day, and a colleague too who was invited.
 */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportService {

    /** The largest upload in bytes, all files together. */
    public static final long LARGEST = 50L << 20;

    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Formats formats;
    private final ImportReading reading;
    private final ImportAccess access;
    private final ImportTable files;
    private final ImportRowTable rows;
    private final UploadTable uploads;
    private final GrantedPeople people;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportService(
            Formats formats,
            ImportReading reading,
            ImportAccess access,
            ImportTable files,
            ImportRowTable rows,
            UploadTable uploads,
            GrantedPeople people,
            Trades trades,
            Outlines outlines,
            ItemRules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.formats = formats;
        this.reading = reading;
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.uploads = uploads;
        this.people = people;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The names of the formats that are read. */
    public List<String> formats() {
        return formats.names();
    }

    /** The same as {@link #preview(Actor, ImportSettings, List)} with one file. */
    public ImportFile preview(Actor actor, ImportSettings settings, String fileName, Path file) {
        return preview(actor, settings, List.of(new Upload(fileName, file)));
    }

    /**
     * Reads a file and keeps its rows; nothing comes into the bank yet. Waits until all is read, or for three minutes.
     *
     * @param settings where the trade is null it is told from the file's name, or is the one that the actor teaches
     * @param all the file, and files that belong to it such as one with the answers
     * @throws Problem where the file cannot be read at all; nothing is kept of it then
     */
    public ImportFile preview(Actor actor, ImportSettings settings, List<Upload> all) {
        ImportFile made = begun(actor, settings, all);
        try {
            reading.start(actor, made).join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ImportFile now = get(actor, made.id());
        ImportProblem failure = now.reading().failure();
        if (failure != null) {
            files.delete(made.id());
            throw Problem.invalid(failure.code(), failure.arguments().toArray());
        }
        return now;
    }

    /** Begins to read a file in the background; how far it is stands in {@link ImportFile#reading()}. */
    public ImportFile start(Actor actor, ImportSettings settings, List<Upload> all) {
        ImportFile made = begun(actor, settings, all);
        reading.start(actor, made);
        return made;
    }

    private ImportFile begun(Actor actor, ImportSettings settings, List<Upload> all) {
        ImportSettings checked = access.checked(actor, settings);
        if (all.isEmpty() || all.size() > MOST_FILES) {
            throw Problem.invalid("exchange.files-count", MOST_FILES);
        }
        try {
            long size = 0;
            for (Upload one : all) {
                size += Files.size(one.path());
            }
            if (size > LARGEST) {
                throw Problem.tooLarge("exchange.file-too-large", LARGEST >> 20);
            }
            List<Upload> sorted = formats.answersLast(all);
            Upload first = sorted.getFirst().with(sorted.subList(1, sorted.size()));
            Formats.Way way = formats.of(first);
            ImportFile made = new ImportFile(
                    ImportId.next(),
                    brief(first.name()),
                    way.format(),
                    new Mapping(actor, trades).settings(checked, first.name()),
                    List.of(),
                    actor.person(),
                    java.util.Set.of(),
                    clock.instant(),
                    clock.instant(),
                    ImportFile.Reading.BEGUN,
                    Map.of());
            transaction.executeWithoutResult(status -> {
                files.insert(made);
                keep(made.id(), sorted);
            });
            return made;
        } catch (IOException | UncheckedIOException e) {
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private void keep(ImportId id, List<Upload> all) {
        try {
            for (int i = 0; i < all.size(); i++) {
                uploads.insert(id, i, brief(all.get(i).name()), all.get(i).path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String brief(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Reads a broken import once more, from its beginning. */
    public ImportFile restart(Actor actor, ImportId id) {
        transaction.executeWithoutResult(status -> {
            files.lock(id);
            if (get(actor, id).reading().status() != ImportStatus.BROKEN) {
                throw Problem.conflict("exchange.not-broken");
            }
            files.again(id, clock.instant());
        });
        ImportFile file = get(actor, id);
        reading.start(actor, file);
        return file;
    }

    /** Throws an import away, also while it is read; what it made in the bank stays there. */
    @Transactional
    public void delete(Actor actor, ImportId id) {
        ImportFile file = get(actor, id);
        if (!file.person().equals(actor.person())) {
            throw Problem.forbidden("exchange.delete-own");
        }
        files.delete(id);
    }

    /** An import that the actor uploaded or was invited to. */
    public ImportFile get(Actor actor, ImportId id) {
        return access.get(actor, id);
    }

    /** The newest imports that the actor uploaded or was invited to. */
    public List<ImportFile> mine(Actor actor, int limit) {
        return files.of(actor.person(), limit).stream()
                .filter(file -> access.isOpen(actor, file))
                .toList();
    }

    /** Who may be asked to mend it too: the other trainers of its trade. */
    public List<PersonName> colleagues(Actor actor, ImportId id) {
        ImportFile file = get(actor, id);
        return file.settings().trade() == null
                ? List.of()
                : people.holding(Role.TRAINER, file.settings().trade()).stream()
                        .filter(one -> !file.isOpenTo(one.id()))
                        .toList();
    }

    /** Invites a trainer of the trade to mend it too. */
    @Transactional
    public ImportFile invite(Actor actor, ImportId id, PersonId colleague) {
        if (colleagues(actor, id).stream().noneMatch(one -> one.id().equals(colleague))) {
            throw Problem.invalid("exchange.invite-whom");
        }
        files.invite(id, colleague, clock.instant());
        return get(actor, id);
    }

    /** A page of the rows in these states. */
    public Paged<ImportRow> rows(Actor actor, ImportId id, Collection<RowState> states, PageOf page) {
        return rows.find(get(actor, id).id(), states, page);
    }

    /** One row. */
    public ImportRow row(Actor actor, ImportId id, int number) {
        return rows.find(get(actor, id).id(), number).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** What a row says as far as it can be read. */
    public RowReading reading(ImportFile file, ImportRow row) {
        return check(file).reading(row);
    }

    /** How a row is answered, as far as that can be told. */
    public Optional<ItemType> type(ImportFile file, ImportRow row) {
        return reading(file, row) instanceof RowReading.Parsed parsed
                ? Optional.of(parsed.content().interaction().type())
                : RowParser.namedType(row.cells().get(ImportField.TYPE));
    }

    /** The sheets or categories with how many rows they still have. */
    public Map<String, Integer> categories(Actor actor, ImportId id) {
        return rows.categories(get(actor, id).id());
    }

    /** The next row behind this one that needs a person, from the top again at the end. */
    public Optional<Integer> nextProblem(Actor actor, ImportId id, int after) {
        return rows.next(get(actor, id).id(), RowState.WAITING, after);
    }

    /** All rows that cannot be committed yet, to take them away and mend them elsewhere. */
    public List<ImportRow> open(Actor actor, ImportId id) {
        return rows.all(get(actor, id).id(), RowState.WAITING);
    }

    /** The names of the files that are kept as they came, until all became drafts. */
    public List<String> uploads(Actor actor, ImportId id) {
        return uploads.names(get(actor, id).id());
    }

    private RowCheck check(ImportFile file) {
        return new RowCheck(file.settings(), trades, outlines, rules);
    }
}
