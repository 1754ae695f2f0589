package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
            return manifest(zip).isPresent();
        }
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        try (SafeZip zip = SafeZip.open(file.path())) {
            String manifest = manifest(zip).orElseThrow(() -> Problem.invalid("exchange.file-broken"));
            QtiFiles files = new QtiFiles(zip);
            for (String name : new QtiManifest(zip, files).questions(manifest)) {
                questions(files, name, pictures, found);
            }
        }
    }

    /** The manifest at the root; some packers put all in one folder. */
    private static Optional<String> manifest(SafeZip zip) {
        return zip.has(QtiManifest.NAME)
                ? Optional.of(QtiManifest.NAME)
                : zip.names().stream()
                        .filter(name ->
                                name.endsWith("/" + QtiManifest.NAME) && name.indexOf('/') == name.lastIndexOf('/'))
                        .findFirst();
    }

    private static void questions(QtiFiles files, String name, Pictures pictures, Consumer<Question> found)
            throws IOException {
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
                found.accept(
                        new QtiItem(name, item, List.of(), pictures, address -> files.beside(name, address)).read());
            }
        } catch (Problem broken) {
            found.accept(new Question.Unread(name, name, Labels.NONE, Remark.of(broken)));
        }
    }
}
