package org.lianbing.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.disk.DiskLoader;
import org.lianbing.bank.disk.DiskReader;
import org.lianbing.bank.store.LoadReports;
import org.lianbing.base.AuditLog;
import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.Flaws;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.trade.TradeFolder;

/** Loads the question bank from disk at every start: trades and outlines first, then the items. */
@Component
@Order(BankFolder.ORDER)
public class BankFolder implements ApplicationRunner {

    /** Its place among what runs at the start; whoever needs items comes later. */
    public static final int ORDER = 100;

    /** Part of the hash: to be changed when the loader learns to read something else from the same files. */
    private static final String READS = "1:";

    private static final Logger LOG = LoggerFactory.getLogger(BankFolder.class);

    private final Path folder;
    private final TradeFolder trades;
    private final DiskReader reader;
    private final DiskLoader loader;
    private final LoadReports reports;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final MessageSource texts;
    private final Clock clock;

    BankFolder(
            @Value("${lianbing.question-bank}") Path folder,
            TradeFolder trades,
            DiskReader reader,
            DiskLoader loader,
            LoadReports reports,
            AuditLog audit,
            TransactionTemplate transaction,
            MessageSource texts,
            Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.trades = trades;
        this.reader = reader;
        this.loader = loader;
        this.reports = reports;
        this.audit = audit;
        this.transaction = transaction;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load(folder);
    }

    /** The report of the last load of the application's own folder. */
    public Optional<LoadReport> lastReport() {
        return reports.last(folder.toString());
    }

    /** Loads a folder; one that is not there changes nothing. */
    LoadReport load(Path place) {
        if (!Files.isDirectory(place)) {
            Flaws flaws = new Flaws(texts);
            flaws.add(place.toString(), 0, "bank.flaw.no-folder", place);
            flaws.list().forEach(flaw -> LOG.warn("{}", flaw));
            return LoadReport.nothing(flaws.list().getFirst());
        }
        Instant begun = clock.instant();
        try {
            String hash = FolderHash.of(READS + FolderHash.of(place));
            List<Flaw> inTrades = trades.load(place, hash);
            LoadReport report = transaction.execute(status -> loadItems(place, hash, inTrades));
            report.flaws().forEach(flaw -> LOG.warn("{}/{}", place, flaw));
            LOG.info(
                    "Question bank {}: {} items, {} new, {} changed, {} to review, {} waiting, {} back, {} retired,"
                            + " {} flaws, {} ms",
                    place,
                    report.items(),
                    report.created(),
                    report.changed(),
                    report.proposed(),
                    report.waiting().size(),
                    report.revived(),
                    report.retired(),
                    report.flaws().size(),
                    Duration.between(begun, clock.instant()).toMillis());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadReport loadItems(Path place, String hash, List<Flaw> inTrades) {
        reports.lock();
        return reports.settled(place.toString(), hash)
                .map(LoadReport::unchanged)
                .orElseGet(() -> loadChanged(place, hash, inTrades));
    }

    private LoadReport loadChanged(Path place, String hash, List<Flaw> inTrades) {
        try {
            LoadReport report = loader.load(reader.read(place)).withMore(inTrades);
            reports.remember(place.toString(), hash, report, clock.instant());
            if (report.changes() > 0) {
                audit.record("bank.loaded", "bank", null, place.getFileName() + ": " + report.changes());
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
