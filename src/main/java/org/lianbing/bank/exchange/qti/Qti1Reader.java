package org.lianbing.bank.exchange.qti;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.BrokenXml;
import org.lianbing.bank.exchange.text.FileHead;
import org.lianbing.base.Problem;

/** QTI 1.2: all items of an assessment or a pool in one XML file, read one by one. */
@Component
@Order(31)
class Qti1Reader implements FormatReader {

    static final String FORMAT = "qti-1.2";

    /** The element around all. */
    static final String ROOT = "questestinterop";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        return FileHead.isXml(file, ROOT);
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        read(() -> Files.newInputStream(file.path()), "", pictures, name -> Optional.empty(), found);
    }

    /** Something that can be read from its beginning more than once. */
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Reads what comes. Where the XML breaks, what follows is looked at item by item, so that one costs one.
     *
     * @param name of the file in its package, or nothing
     * @param files what lies beside it
     */
    static void read(
            Source source,
            String name,
            Pictures pictures,
            Function<String, Optional<byte[]>> files,
            Consumer<Question> found)
            throws IOException {
        Pool pool = new Pool(name, pictures, files, found);
        try (InputStream in = source.open()) {
            pool.read(SafeXml.reader(in));
        } catch (XMLStreamException e) {
            rest(source, pool, SafeXml.broken(e));
        } catch (Problem broken) {
            rest(source, pool, broken);
        }
    }

    private static void rest(Source source, Pool pool, Problem broken) throws IOException {
        if (!broken.code().equals("exchange.xml-broken")) {
            throw broken;
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(SafeXml.named(source.open()), StandardCharsets.UTF_8))) {
            new BrokenXml("item", pool).read(in, pool.line, pool.column);
        }
        if (!pool.any) {
            throw broken;
        }
    }

    /** Numbers the items and keeps in mind in which sections they stand. */
    private static final class Pool implements BrokenXml.Taker {

        private final String name;
        private final Pictures pictures;
        private final Function<String, Optional<byte[]>> files;
        private final Consumer<Question> found;
        private final Deque<String> titles = new ArrayDeque<>();
        /** The names of the passages that hold for them. */
        private final Deque<String> sections = new ArrayDeque<>();

        private final Qti1Passages passages = new Qti1Passages();
        private final List<Question> waiting = new ArrayList<>();
        private int number;
        /** Where the last one ended. */
        private int line = 1;

        private int column = 1;
        private boolean any;

        Pool(String name, Pictures pictures, Function<String, Optional<byte[]>> files, Consumer<Question> found) {
            this.name = name;
            this.pictures = pictures;
            this.files = files;
            this.found = found;
        }

        private void read(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("item")) {
                        int at = xml.getLocation().getLineNumber();
                        question(SafeXml.element(xml), at);
                        line = xml.getLocation().getLineNumber();
                        column = xml.getLocation().getColumnNumber();
                    } else if (holds(xml.getLocalName())) {
                        String title = xml.getAttributeValue(null, "title");
                        titles.addLast(title == null ? "" : title.strip());
                        String passage = xml.getAttributeValue(null, Qti1Passages.OF_SECTION);
                        sections.addLast(passage == null ? "" : passage);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && holds(xml.getLocalName())) {
                    titles.pollLast();
                    sections.pollLast();
                }
            }
        }

        @Override
        public void question(Element item, int at) {
            any = true;
            waiting.forEach(found);
            waiting.clear();
            org.jsoup.nodes.Element tree = QtiTree.of(item);
            passages.keep(tree);
            found.accept(new Qti1Item(place(at), tree, path(), pictures, files)
                    .below(passages.of(tree, sections))
                    .read());
        }

        @Override
        public void broken(String source, int at) {
            Question question = new Question.Unread(
                    place(at),
                    source,
                    Labels.of("", path()),
                    Remark.of("exchange.problem.question-xml", String.valueOf(at)));
            if (any) {
                found.accept(question);
            } else {
                waiting.add(question);
            }
        }

        private String place(int at) {
            return (name.isEmpty() ? "" : name + " · ") + "#" + ++number + " · line " + at;
        }

        private List<String> path() {
            return titles.stream().filter(title -> !title.isEmpty()).distinct().toList();
        }
    }

    private static boolean holds(String element) {
        return element.equals("assessment") || element.equals("section") || element.equals("objectbank");
    }
}
