package org.lianbing.bank.exchange.qti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.FileHead;

/** A single QTI item as an XML file. */
@Component
@Order(30)
class QtiReader implements FormatReader {

    static final String FORMAT = "qti";

    private static final String ITEM = "assessmentitem";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        return FileHead.isXml(file, "assessmentItem", "qti-assessment-item");
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            Element root = QtiTree.of(SafeXml.document(in).getDocumentElement());
            // Some programs write several items into one file, below an element of their own.
            List<Element> several = root.nameIs(ITEM) ? List.of() : root.select(ITEM);
            int number = 0;
            for (Element item : several.isEmpty() ? List.of(root) : several) {
                String place = several.isEmpty() ? file.name() : file.name() + " · #" + ++number;
                Labels labels = Labels.of(item.attr("identifier"), List.of());
                found.accept(new QtiItem(place, item, labels, pictures, name -> Optional.empty()).read());
            }
        }
    }
}
