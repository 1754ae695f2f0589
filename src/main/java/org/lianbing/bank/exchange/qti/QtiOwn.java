package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jsoup.nodes.Element;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.base.Problem;
import org.lianbing.base.disk.FolderHash;

/**
 * The item in our own words, in a data attribute of an item that we wrote, since QTI has no place for some of it
 * (difficulty, marking points, score sheets). It holds only while all words of the item are as they were written.
 */
final class QtiOwn {

    private static final String OWN = "data-lianbing";
    private static final String DIGEST = "data-lianbing-digest";

    private QtiOwn() {}

    /** The attributes for an item whose XML is otherwise complete. */
    static String attributes(String xml, ItemContent content) {
        Element tree = QtiTree.of(SafeXml.document(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement());
        return " " + OWN + "=\"" + QtiXml.escaped(ContentJson.STORED.write(content)) + "\" " + DIGEST + "=\""
                + digest(tree) + "\"";
    }

    /** Whether it was written by us, be it that it was changed since. */
    static boolean isFromUs(Element item) {
        return !item.attr("datalianbing").isEmpty();
    }

    /** The item in our own words; empty where it has none or was changed since. */
    static Optional<ItemContent> of(Element item) {
        boolean unchanged = isFromUs(item) && digest(item).equals(item.attr("datalianbingdigest"));
        return unchanged ? written(item) : Optional.empty();
    }

    /** The item as we wrote it, also where it was changed since. */
    static Optional<ItemContent> written(Element item) {
        try {
            return Optional.of(ContentJson.STORED.read(item.attr("datalianbing")));
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    private static String digest(Element tree) {
        return FolderHash.of(tree.wholeText().replaceAll("\\s+", " ").strip());
    }
}
