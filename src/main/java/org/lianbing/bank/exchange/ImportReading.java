package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemRules;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.store.ImportRowWriter;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.bank.exchange.store.UploadTable;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.media.Media;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/**
 * Reads the file of an import in the background, part by part, each in a transaction of its own: the bank itself is not
 * touched. Where the import is thrown away meanwhile, reading stops; where the node goes, its silence tells.
 */
@Component
class ImportReading {

    private static final Logger LOG = LoggerFactory.getLogger(ImportReading.class);
    /** More at once would only wait for the same two cores and hold memory. */
    private static final int AT_ONCE = 2;

    private final Formats formats;
    private final ImportTable files;
    private final ImportRowWriter rows;
    private final UploadTable uploads;
    private final FormerUploads former;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;
    private final NearDuplicates near;
    private final AlikeRows alike;
    private final Media media;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    ImportReading(
            Formats formats,
            ImportTable files,
            ImportRowWriter rows,
            UploadTable uploads,
            FormerUploads former,
            Trades trades,
            Outlines outlines,
            ItemRules rules,
            NearDuplicates near,
            AlikeRows alike,
            Media media,
            TransactionTemplate transaction,
            Clock clock) {
        this.formats = formats;
        this.files = files;
        this.rows = rows;
        this.uploads = uploads;
        this.former = former;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
        this.near = near;
        this.alike = alike;
        this.media = media;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Nobody waits for the rows any more. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /** Begins to read what was uploaded. */
    Thread start(Actor actor, ImportFile file) {
        Runnable reading = new DelegatingSecurityContextRunnable(() -> read(actor, file));
        return Thread.ofVirtual().name("import-" + file.id()).start(reading);
    }

    private void read(Actor actor, ImportFile file) {
        List<Path> kept = new ArrayList<>();
        try {
            waitForRoom(file);
            try {
                read(actor, file, unpacked(file.id(), kept));
            } finally {
                room.release();
            }
        } catch (Stopped stopped) {
            LOG.info("import {} was thrown away while it was read", file.id());
        } catch (Problem problem) {
            files.broken(file.id(), ImportProblem.error(null, problem.code(), "", problem.arguments()));
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.warn("import {} could not be read", file.id(), e);
            files.broken(file.id(), ImportProblem.error(null, "exchange.file-broken", ""));
        } finally {
            kept.forEach(ImportReading::delete);
        }
    }

    private void waitForRoom(ImportFile file) {
        try {
            while (!room.tryAcquire(10, java.util.concurrent.TimeUnit.SECONDS)) {
                alive(file.id(), 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    private Upload unpacked(ImportId id, List<Path> kept) throws IOException {
        List<Upload> all = new ArrayList<>();
        for (String name : uploads.names(id)) {
            Path path = Files.createTempFile("lianbing-import", ".upload");
            kept.add(path);
            try (OutputStream out = Files.newOutputStream(path)) {
                uploads.write(id, all.size(), out);
            }
            all.add(new Upload(name, path));
        }
        return all.getFirst().with(all.subList(1, all.size()));
    }

    private void read(Actor actor, ImportFile file, Upload upload) throws IOException {
        RowCheck check = new RowCheck(file.settings(), trades, outlines, rules);
        Doubles doubles = new Doubles();
        FormerUploads.Known known = former.of(actor, file);
        MediaPictures pictures = new MediaPictures(media);
        try (WritingBehind writing = new WritingBehind()) {
            Intake intake = new Intake(file.settings(), new Mapping(actor, trades), part -> {
                List<ImportRow> checked =
                        known.meet(part.stream().map(check::check).toList(), check);
                List<ImportRow> settled =
                        alike.remark(actor, doubles.next(checked, near.same(actor, Intake.prints(checked))), check);
                writing.write(() -> transaction.executeWithoutResult(status -> {
                    alive(file.id(), settled.getLast().number());
                    rows.put(file.id(), settled);
                }));
            });
            Formats.Way way = formats.named(file.format()).orElseThrow();
            switch (way) {
                case Formats.Way.Table table -> table.reader().read(upload, pictures, intake);
                case Formats.Way.Questions questions -> questions.reader().read(upload, pictures, intake::question);
            }
            intake.end();
            writing.end();
            if (intake.count() == 0) {
                throw Problem.invalid(way instanceof Formats.Way.Table ? "exchange.no-items" : "exchange.no-questions");
            }
            files.opened(file.id(), intake.notes(), clock.instant());
        }
    }

    private void alive(ImportId id, int count) {
        if (!files.progress(id, count, clock.instant())) {
            throw new Stopped();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.debug("a temporary file stays: {}", path, e);
        }
    }
}
