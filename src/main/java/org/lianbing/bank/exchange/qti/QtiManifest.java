package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.base.Problem;

/**
 * Which documents of a package hold questions: those that the manifest calls items, those that its tests name, and where
 * it calls none so, those that look like it.
 */
final class QtiManifest {

    static final String NAME = "imsmanifest.xml";

    private static final int LARGEST = 40 * 1024 * 1024;
    private static final int HEAD = 4096;
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

    /** The names of the documents, in the order of the manifest. */
    List<String> questions(String manifest) throws IOException {
        String folder = QtiFiles.folder(manifest);
        byte[] bytes = zip.bytes(manifest, LARGEST).orElseThrow();
        Element root =
                QtiTree.of(SafeXml.document(new ByteArrayInputStream(bytes)).getDocumentElement());
        Set<String> names = new LinkedHashSet<>();
        Set<String> tests = new LinkedHashSet<>();
        for (Element resource : root.select("resource")) {
            String type = resource.attr("type").toLowerCase(Locale.ROOT);
            if (type.contains("item")) {
                names.add(QtiFiles.resolved(folder, address(resource)));
            } else if (type.contains("test") && !type.contains("x-bb")) {
                tests.add(QtiFiles.resolved(folder, address(resource)));
            }
        }
        for (String test : tests) {
            names.addAll(named(test));
        }
        if (names.isEmpty()) {
            names.addAll(alike());
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

    /** The items that a test names, whatever the manifest says of them. */
    private List<String> named(String test) throws IOException {
        try {
            byte[] bytes = files.document(test).orElse(new byte[0]);
            return QtiTree.of(SafeXml.document(new ByteArrayInputStream(bytes)).getDocumentElement())
                    .select("assessmentitemref[href]")
                    .stream()
                    .map(reference -> QtiFiles.resolved(QtiFiles.folder(test), reference.attr("href")))
                    .toList();
        } catch (Problem broken) {
            return List.of();
        }
    }

    private List<String> alike() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : zip.names()) {
            boolean plain = name.endsWith(PLAIN)
                    && zip.has(FULLER + name.substring(0, name.length() - PLAIN.length()) + ".xml.qti");
            if (OTHER.matcher(name).matches() && !plain && holdsQuestions(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean holdsQuestions(String name) throws IOException {
        try (java.io.InputStream in = zip.stream(name).orElseThrow()) {
            byte[] head = in.readNBytes(HEAD);
            return holds(head, Qti1Reader.ROOT) || holds(head, "assessmentItem") || holds(head, "qti-assessment-item");
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
