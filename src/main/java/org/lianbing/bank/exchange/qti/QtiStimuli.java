package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.text.MediaLinks;
import org.lianbing.base.Problem;

/** Passages that several items share and that lie in files of their own; each item brings its passage along. */
final class QtiStimuli {

    private final Pictures pictures;
    private final Function<String, Optional<byte[]>> files;

    QtiStimuli(Pictures pictures, Function<String, Optional<byte[]>> files) {
        this.pictures = pictures;
        this.files = files;
    }

    /** The passages that an item refers to, as Markdown; what is missing becomes a remark. */
    String text(Element item, List<Remark> remarks) {
        return item.select("> assessmentstimulusref").stream()
                .map(reference -> text(reference.attr("href"), remarks))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String text(String href, List<Remark> remarks) {
        Optional<Element> root = files.apply(href).flatMap(QtiStimuli::parsed);
        Element body = root.map(parsed -> parsed.selectFirst("stimulusbody")).orElse(null);
        if (body == null) {
            remarks.add(Remark.of("exchange.remark.stimulus-missing", href));
            return "";
        }
        String folder = href.substring(0, href.lastIndexOf('/') + 1);
        MediaLinks media = new MediaLinks(pictures, address -> files.apply(folder + address), remarks);
        return new QtiText(media).markdown(body);
    }

    private static Optional<Element> parsed(byte[] bytes) {
        try {
            return Optional.of(
                    QtiTree.of(SafeXml.document(new ByteArrayInputStream(bytes)).getDocumentElement()));
        } catch (Problem broken) {
            return Optional.empty();
        }
    }
}
