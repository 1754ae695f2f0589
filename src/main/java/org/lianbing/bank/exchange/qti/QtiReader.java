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
            Element item = QtiTree.of(SafeXml.document(in).getDocumentElement());
            found.accept(new QtiItem(file.name(), item, List.of(), pictures, name -> Optional.empty()).read());
        }
    }
}
