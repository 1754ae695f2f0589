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

    /** Puts in passages that stand in the middle of a text: an XInclude, or an object that is a page. */
    void include(Element body, List<Remark> remarks) {
        for (Element place : body.select("include[href], object[type=text/html][data]")) {
            String href = place.hasAttr("href") ? place.attr("href") : place.attr("data");
            Optional<byte[]> bytes = files.apply(href);
            Optional<Element> read = bytes.flatMap(QtiStimuli::parsed).or(() -> bytes.map(QtiStimuli::page));
            if (read.isEmpty()) {
                remarks.add(Remark.of("exchange.remark.stimulus-missing", href));
                place.remove();
                continue;
            }
            Element passage = read.get();
            Element words = passage.selectFirst("stimulusbody, body");
            place.replaceWith(moved(words == null ? passage : words, href));
        }
    }

    /** A passage in its new place, where its pictures lie in another folder. */
    private static Element moved(Element passage, String href) {
        String folder = href.substring(0, href.lastIndexOf('/') + 1);
        for (Element picture : passage.select("[src], object[data]")) {
            String name = picture.hasAttr("src") ? "src" : "data";
            if (!picture.attr(name).matches("(?i)([a-z]+:|/).*")) {
                picture.attr(name, folder + picture.attr(name));
            }
        }
        Element within = new Element("div");
        within.appendChildren(passage.childNodesCopy());
        return within;
    }

    private static Element page(byte[] bytes) {
        return org.jsoup.Jsoup.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .body();
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
        return SharedPassage.bounded(new QtiText(media).markdown(body));
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
