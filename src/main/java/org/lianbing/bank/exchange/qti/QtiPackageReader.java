package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jsoup.nodes.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Problem;

/** A QTI content package: a zip with a manifest that names the items. */
@Component
@Order(10)
class QtiPackageReader implements FormatReader {

    static final String FORMAT = "qti-package";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        byte[] head = file.head(4);
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            return false;
        }
        try (SafeZip zip = SafeZip.open(file.path())) {
            return QtiManifest.in(zip).isPresent() || QtiManifest.areAmong(zip);
        }
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        try (SafeZip zip = SafeZip.open(file.path())) {
            QtiFiles files = new QtiFiles(zip);
            Set<String> noted = new HashSet<>();
            for (QtiManifest.Document document : new QtiManifest(zip, files).questions()) {
                questions(files, document, noted, pictures, found);
            }
        }
    }

    /** @param noted the notes of sections that were told already */
    private static void questions(
            QtiFiles files,
            QtiManifest.Document document,
            Set<String> noted,
            Pictures pictures,
            Consumer<Question> found)
            throws IOException {
        String name = document.name();
        try {
            Optional<byte[]> bytes = files.document(name);
            if (bytes.isEmpty()) {
                found.accept(
                        new Question.Unread(name, name, Labels.NONE, Remark.of("exchange.problem.file-missing", name)));
            } else if (QtiManifest.holds(bytes.get(), Qti1Reader.ROOT)) {
                Qti1Reader.read(
                        () -> new ByteArrayInputStream(bytes.get()),
                        name,
                        pictures,
                        address -> files.beside(name, address),
                        found);
            } else {
                Element item = QtiTree.of(
                        SafeXml.document(new ByteArrayInputStream(bytes.get())).getDocumentElement());
                QtiItem reader = new QtiItem(
                        name, item, labels(item, document), pictures, address -> files.beside(name, address));
                reader.around(new QtiSection(document.place().notes(), noted, files, pictures));
                found.accept(reader.read());
            }
        } catch (Problem broken) {
            found.accept(new Question.Unread(name, name, Labels.NONE, Remark.of(broken)));
        }
    }

    private static Labels labels(Element item, QtiManifest.Document document) {
        return new Labels(item.attr("identifier"), document.place().path(), document.tags(), "", "", "", "");
    }
}
