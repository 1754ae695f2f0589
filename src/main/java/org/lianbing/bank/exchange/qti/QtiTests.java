package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.base.Problem;

/** The tests of a package: which items they name, and in which sections these stand. */
final class QtiTests {

    private static final int DEEPEST = 5;

    private final QtiFiles files;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    QtiTests(QtiFiles files) {
        this.files = files;
    }

    /**
     * Where an item stands in a test.
     *
     * @param path the titles of the test and its sections
     * @param notes what candidates are told in these sections, outermost first
     */
    record Place(List<String> path, List<Note> notes) {
        static final Place NONE = new Place(List.of(), List.of());
    }

    /**
     * What a section says before its first item.
     *
     * @param document in which it stands
     */
    record Note(String document, Element rubric) {}

    /** The items that the tests name, whatever the manifest says of them, in their order. */
    Map<String, Place> items() {
        return places;
    }

    /** Reads a test; one that is broken names nothing. */
    void read(String test) throws IOException {
        Optional<Element> root = parsed(test);
        if (root.isPresent()) {
            walk(root.get(), test, Place.NONE, 0);
        }
    }

    /** A document, the first time that it is named: those that name each other would have no end. */
    private Optional<Element> parsed(String name) throws IOException {
        if (!seen.add(files.found(name).orElse(name))) {
            return Optional.empty();
        }
        try {
            byte[] bytes = files.document(name).orElse(new byte[0]);
            return Optional.of(
                    QtiTree.of(SafeXml.document(new ByteArrayInputStream(bytes)).getDocumentElement()));
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    private void walk(Element element, String document, Place around, int depth) throws IOException {
        Place place = element.normalName().matches("assessmenttest|testpart|assessmentsection")
                ? within(element, document, around)
                : around;
        for (Element child : element.children()) {
            String href = child.attr("href");
            if (child.nameIs("assessmentitemref") && !href.isBlank()) {
                places.putIfAbsent(QtiFiles.resolved(QtiFiles.folder(document), href), place);
            } else if (child.nameIs("assessmentsectionref") && !href.isBlank() && depth < DEEPEST) {
                String name = QtiFiles.resolved(QtiFiles.folder(document), href);
                Optional<Element> section = parsed(name);
                if (section.isPresent()) {
                    walk(section.get(), name, place, depth + 1);
                }
            } else {
                walk(child, document, place, depth);
            }
        }
    }

    private static Place within(Element element, String document, Place around) {
        List<String> path = new ArrayList<>(around.path());
        String title = element.attr("title").strip();
        if (!title.isEmpty() && !path.contains(title)) {
            path.add(title);
        }
        List<Note> notes = new ArrayList<>(around.notes());
        element.select("> rubricblock").stream()
                .filter(rubric -> rubric.attr("view").contains("candidate"))
                .forEach(rubric -> notes.add(new Note(document, rubric)));
        return new Place(path, notes);
    }
}
