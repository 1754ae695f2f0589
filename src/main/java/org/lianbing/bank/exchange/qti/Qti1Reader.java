package org.lianbing.bank.exchange.qti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
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

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.FileHead;

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
        try (InputStream in = Files.newInputStream(file.path())) {
            read(in, "", pictures, name -> Optional.empty(), found);
        }
    }

    /**
     * Reads what comes.
     *
     * @param name of the file in its package, or nothing
     * @param files what lies beside it
     */
    static void read(
            InputStream in,
            String name,
            Pictures pictures,
            Function<String, Optional<byte[]>> files,
            Consumer<Question> found) {
        Deque<String> titles = new ArrayDeque<>();
        int number = 0;
        try {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("item")) {
                        int line = xml.getLocation().getLineNumber();
                        String place = (name.isEmpty() ? "" : name + " · ") + "#" + ++number + " · line " + line;
                        found.accept(
                                new Qti1Item(place, QtiTree.of(SafeXml.element(xml)), path(titles), pictures, files)
                                        .read());
                    } else if (holds(xml.getLocalName())) {
                        String title = xml.getAttributeValue(null, "title");
                        titles.addLast(title == null ? "" : title.strip());
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && holds(xml.getLocalName())) {
                    titles.pollLast();
                }
            }
        } catch (XMLStreamException e) {
            throw SafeXml.broken(e);
        }
    }

    private static boolean holds(String element) {
        return element.equals("assessment") || element.equals("section") || element.equals("objectbank");
    }

    private static List<String> path(Deque<String> titles) {
        return titles.stream().filter(title -> !title.isEmpty()).distinct().toList();
    }
}
