package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.base.Problem;

/**
 * Which documents of a package hold questions: those that the manifest calls items, those that its tests name, and those
 * that look like it.
 */
final class QtiManifest {

    static final String NAME = "imsmanifest.xml";

    private static final int LARGEST = 40 * 1024 * 1024;
    private static final int HEAD = 4096;
    private static final int MOST_TAGS = 20;
    private static final Pattern OTHER = Pattern.compile("(?i).*\\.(xml|dat|qti)");
    /** Canvas writes each quiz twice: once after the standard, once with all it knows. */
    private static final String FULLER = "non_cc_assessments/";

    private static final String PLAIN = "/assessment_qti.xml";

    private final SafeZip zip;
    private final QtiFiles files;

    QtiManifest(SafeZip zip, QtiFiles files) {
        this.zip = zip;
        this.files = files;
    }

    /**
     * A document with questions.
     *
     * @param tags by which the manifest describes it
     * @param place in the tests of the package
     */
    record Document(String name, List<String> tags, QtiTests.Place place) {}

    /** The manifest at the root; some packers put all in one folder. */
    static Optional<String> in(SafeZip zip) {
        return zip.has(NAME)
                ? Optional.of(NAME)
                : zip.names().stream()
                        .filter(name -> name.endsWith("/" + NAME) && name.indexOf('/') == name.lastIndexOf('/'))
                        .findFirst();
    }

    /** The documents, in the order of the manifest. */
    List<Document> questions() throws IOException {
        Optional<String> manifest = in(zip);
        Map<String, List<String>> tags = new LinkedHashMap<>();
        QtiTests tests = new QtiTests(files);
        if (manifest.isPresent()) {
            look(manifest.get(), tags, tests);
        }
        Set<String> names = new LinkedHashSet<>(tags.keySet());
        names.addAll(tests.items().keySet());
        // One file may be named in several ways.
        Set<String> known = new LinkedHashSet<>();
        names.removeIf(name -> !known.add(files.found(name).orElse(name)));
        // What nobody names is a question all the same; a whole pool only where there is nothing else.
        names.addAll(alike(known, known.isEmpty()));
        if (names.isEmpty()) {
            throw Problem.invalid("exchange.qti-no-items");
        }
        return names.stream()
                .map(name -> new Document(
                        name,
                        tags.getOrDefault(name, List.of()),
                        tests.items().getOrDefault(name, QtiTests.Place.NONE)))
                .toList();
    }

    private void look(String manifest, Map<String, List<String>> tags, QtiTests tests) throws IOException {
        String folder = QtiFiles.folder(manifest);
        byte[] bytes = zip.bytes(manifest, LARGEST).orElseThrow();
        Element root =
                QtiTree.of(SafeXml.document(new ByteArrayInputStream(bytes)).getDocumentElement());
        for (Element resource : root.select("resource")) {
            String type = resource.attr("type").toLowerCase(Locale.ROOT);
            String name = QtiFiles.resolved(folder, address(resource));
            if (type.contains("item")) {
                tags.putIfAbsent(name, tags(resource));
            } else if (type.contains("test") && !type.contains("x-bb")) {
                tests.read(name);
            }
        }
    }

    /** Where a resource lies: some packers name it only among its files. */
    private static String address(Element resource) {
        Element file = resource.selectFirst("> file[href]");
        return resource.attr("href").isBlank() && file != null ? file.attr("href") : resource.attr("href");
    }

    /** The keywords of a resource and the classes that it is put in (IEEE 1484.12.1, 1.5 and 9.2). */
    private static List<String> tags(Element resource) {
        return resource.select("> metadata general > keyword > *, > metadata taxonpath > taxon > entry > *").stream()
                .map(word -> word.text().strip())
                .filter(word -> !word.isEmpty() && word.length() <= 100)
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    private List<String> alike(Set<String> known, boolean pools) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : zip.names()) {
            boolean plain = name.endsWith(PLAIN)
                    && zip.has(FULLER + name.substring(0, name.length() - PLAIN.length()) + ".xml.qti");
            if (!known.contains(name) && OTHER.matcher(name).matches() && !plain && holdsQuestions(zip, name, pools)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether an archive without a manifest holds items. */
    static boolean areAmong(SafeZip zip) throws IOException {
        if (zip.has("[Content_Types].xml")) {
            return false;
        }
        for (String name : zip.names()) {
            if (OTHER.matcher(name).matches() && holdsQuestions(zip, name, true)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsQuestions(SafeZip zip, String name, boolean pools) throws IOException {
        try (java.io.InputStream in = zip.stream(name).orElseThrow()) {
            byte[] head = in.readNBytes(HEAD);
            return pools && holds(head, Qti1Reader.ROOT)
                    || holds(head, "assessmentItem")
                    || holds(head, "qti-assessment-item");
        }
    }

    /** Whether such an element opens in the beginning of a document. */
    static boolean holds(byte[] bytes, String element) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
        return Pattern.compile("<(?:[A-Za-z][\\w.-]*:)?" + element + "[\\s>]")
                .matcher(head)
                .find();
    }
}
