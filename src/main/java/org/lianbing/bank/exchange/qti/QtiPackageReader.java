package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

    private static final String MANIFEST = "imsmanifest.xml";
    private static final int LARGEST_ITEM = 4 * 1024 * 1024;
    private static final int LARGEST_MANIFEST = 40 * 1024 * 1024;
    private static final int LARGEST_PICTURE = 20 * 1024 * 1024;

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
            String folder = folder(manifest);
            for (String name : items(zip, manifest, folder)) {
                item(zip, name, pictures, found);
            }
        }
    }

    /** The manifest at the root; some packers put all in one folder. */
    private static Optional<String> manifest(SafeZip zip) {
        return zip.has(MANIFEST)
                ? Optional.of(MANIFEST)
                : zip.names().stream()
                        .filter(name -> name.endsWith("/" + MANIFEST) && name.indexOf('/') == name.lastIndexOf('/'))
                        .findFirst();
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static List<String> items(SafeZip zip, String manifest, String folder) throws IOException {
        byte[] bytes = zip.bytes(manifest, LARGEST_MANIFEST).orElseThrow();
        Element root =
                QtiTree.of(SafeXml.document(new ByteArrayInputStream(bytes)).getDocumentElement());
        Set<String> names = new LinkedHashSet<>();
        for (Element resource : root.select("resource")) {
            if (resource.attr("type").contains("item")) {
                names.add(resolved(folder, address(resource)));
            }
        }
        if (names.isEmpty()) {
            throw Problem.invalid("exchange.qti-no-items");
        }
        return new ArrayList<>(names);
    }

    /** Where a resource lies: some packers name it only among its files. */
    private static String address(Element resource) {
        Element file = resource.selectFirst("> file[href]");
        return resource.attr("href").isBlank() && file != null ? file.attr("href") : resource.attr("href");
    }

    private static void item(SafeZip zip, String name, Pictures pictures, Consumer<Question> found) throws IOException {
        Optional<byte[]> bytes = zip.bytes(name, LARGEST_ITEM);
        if (bytes.isEmpty()) {
            found.accept(
                    new Question.Unread(name, name, Labels.NONE, Remark.of("exchange.problem.file-missing", name)));
            return;
        }
        try {
            Element item = QtiTree.of(
                    SafeXml.document(new ByteArrayInputStream(bytes.get())).getDocumentElement());
            found.accept(
                    new QtiItem(name, item, List.of(), pictures, address -> file(zip, folder(name), address)).read());
        } catch (Problem broken) {
            found.accept(new Question.Unread(name, name, Labels.NONE, Remark.of(broken)));
        }
    }

    private static Optional<byte[]> file(SafeZip zip, String folder, String address) {
        try {
            return zip.bytes(resolved(folder, address), LARGEST_PICTURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address in a file of that folder as a name in the archive; what leads out of it leads nowhere. */
    private static String resolved(String folder, String address) {
        try {
            String plain = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Path.of("/" + folder)
                    .resolve(plain)
                    .normalize()
                    .toString()
                    .substring(1)
                    .replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
