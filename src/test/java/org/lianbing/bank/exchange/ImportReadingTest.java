package org.lianbing.bank.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.store.ImportRowWriter;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.bank.exchange.store.UploadTable;
import org.lianbing.base.Actor;
import org.lianbing.media.Media;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class ImportReadingTest {

    private final ImportTable files = mock();
    private final UploadTable uploads = mock();
    private final Formats formats = mock();

    /** Otherwise it would be read for ever in the eyes of the one who waits. */
    @Test
    void anImportThatGoesTooDeepIsBroken() throws Exception {
        FormatReader deep = mock();
        doThrow(new StackOverflowError()).when(deep).read(any(), any(), any());
        when(formats.named("yaml")).thenReturn(Optional.of(new Formats.Way.Questions(deep)));
        ImportId id = ImportId.next();
        when(uploads.names(id)).thenReturn(List.of("a.yaml"));
        ImportFile file = mock();
        when(file.id()).thenReturn(id);
        when(file.format()).thenReturn("yaml");
        when(file.settings()).thenReturn(new ImportSettings(null, Set.of(), Secrecy.OPEN));
        reading().start(mock(Actor.class), file).join();
        verify(files).broken(eq(id), eq(ImportProblem.error(null, "exchange.file-broken", "")));
    }

    private ImportReading reading() {
        return new ImportReading(
                formats,
                files,
                mock(ImportRowWriter.class),
                uploads,
                mock(FormerUploads.class),
                mock(Trades.class),
                mock(Outlines.class),
                mock(ItemRules.class),
                mock(NearDuplicates.class),
                mock(AlikeRows.class),
                mock(Media.class),
                mock(TransactionTemplate.class),
                Clock.systemUTC());
    }
}
