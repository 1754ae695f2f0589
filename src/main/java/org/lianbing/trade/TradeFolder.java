package org.lianbing.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.base.disk.Flaw;
import org.lianbing.trade.disk.FolderContent;
import org.lianbing.trade.disk.FolderReader;
import org.lianbing.trade.store.CatalogWriter;
import org.lianbing.trade.store.LoadedFolders;

/** Loads trades and outlines from the question bank on disk. */
@Service
public class TradeFolder {

    private final FolderReader reader;
    private final CatalogWriter writer;
    private final LoadedFolders loaded;
    private final TransactionTemplate transaction;
    private final Catalog catalog;
    private final Clock clock;

    TradeFolder(
            FolderReader reader,
            CatalogWriter writer,
            LoadedFolders loaded,
            TransactionTemplate transaction,
            Catalog catalog,
            Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.loaded = loaded;
        this.transaction = transaction;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Brings trades and outlines to what the folder says. A trade that the folder does not name is left alone; an
     * outline with a flaw is left as it was.
     *
     * @param folder the question bank
     * @param hash over its content: where it is that of the last load, nothing is read
     * @return what is wrong in the files
     */
    public List<Flaw> load(Path folder, String hash) {
        List<Flaw> flaws = transaction.execute(status -> {
            loaded.lock();
            return loaded.flawsOf(folder.toString(), hash).orElseGet(() -> write(folder, hash));
        });
        catalog.forget();
        return flaws;
    }

    private List<Flaw> write(Path folder, String hash) {
        try {
            FolderContent content = reader.read(folder);
            writer.write(content);
            loaded.remember(folder.toString(), hash, content.flaws(), clock.instant());
            return content.flaws();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
