package org.lianbing.media;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How much a drawing paints once what it uses again is counted as often as it is used: some lines of SVG can stand for
 * billions of shapes.
 */
final class SvgWeight {

    static final long MOST = 200_000;
    static final int DEEPEST = 64;
    /** A marker stands on each corner of a line; of its text, so many signs are one at least. */
    private static final int SIGNS_A_CORNER = 2;

    /** These paint into pictures of their own, as large as they say. */
    private static final Set<String> TOO_FREE = Set.of("filter", "mask");

    /** Some attributes take the bare name as well as one in {@code url()}; a colour is the name of nothing. */
    private static final Pattern USED = Pattern.compile("#([^'\")\\s;,]+)");

    private static final Pattern RULED =
            Pattern.compile("url\\s*\\(|marker(-start|-mid|-end)?\\s*:", Pattern.CASE_INSENSITIVE);
    /** Many times its size, a number of this length or with an exponent can make any line endless. */
    private static final Pattern HUGE = Pattern.compile("(?<![.\\w])\\d{7}|\\d[eE][+]?\\d");

    private static final class Node {
        final List<Node> children = new ArrayList<>();
        final List<String> uses = new ArrayList<>();
        final List<String> atCorners = new ArrayList<>();
        long signs;
        long weight = -1;
    }

    private final Map<String, Node> byId = new HashMap<>();
    private final Set<Node> open = new HashSet<>();
    private boolean bearable = true;

    private SvgWeight() {}

    /** Whether it can be painted in a moment. */
    static boolean bearable(byte[] svg) {
        SvgWeight weight = new SvgWeight();
        try {
            Node root = weight.tree(svg);
            return weight.bearable && weight.of(root, 0) <= MOST;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private Node tree(byte[] svg) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(svg));
        List<Node> path = new ArrayList<>(List.of(new Node()));
        boolean rules = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    rules = rules || xml.getLocalName().equalsIgnoreCase("style");
                    Node node = read(xml);
                    path.getLast().children.add(node);
                    path.add(node);
                    bearable = bearable && path.size() < DEEPEST;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    rules = rules && !xml.getLocalName().equalsIgnoreCase("style");
                    path.removeLast();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    path.getLast().signs += xml.getTextLength();
                    // A rule of a style sheet: which shapes it is for cannot be told here.
                    bearable =
                            bearable && !(rules && RULED.matcher(xml.getText()).find());
                }
                default -> {
                    // Paints nothing.
                }
            }
        }
        return path.getFirst();
    }

    private Node read(XMLStreamReader xml) {
        Node node = new Node();
        bearable = bearable && !TOO_FREE.contains(xml.getLocalName().toLowerCase(Locale.ROOT));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = xml.getAttributeValue(i);
            node.signs += value.length();
            if (name.equals("id")) {
                byId.putIfAbsent(value, node);
                continue;
            }
            bearable = bearable
                    && !HUGE.matcher(value.replaceAll("#[0-9A-Fa-f]{3,8}\\b", ""))
                            .find();
            Matcher used = USED.matcher(value);
            while (used.find()) {
                (name.startsWith("marker") || value.contains("marker") ? node.atCorners : node.uses).add(used.group(1));
            }
        }
        return node;
    }

    private long of(Node node, int depth) {
        if (node.weight >= 0) {
            return node.weight;
        }
        if (depth > DEEPEST || !open.add(node)) {
            return MOST + 1;
        }
        long corners = 1 + node.signs / SIGNS_A_CORNER;
        long weight = 1 + node.signs / 20;
        for (Node child : node.children) {
            weight = bounded(weight + of(child, depth + 1));
        }
        for (String used : node.uses) {
            weight = bounded(weight + used(used, depth));
        }
        for (String used : node.atCorners) {
            weight = bounded(weight + bounded(corners) * used(used, depth));
        }
        open.remove(node);
        node.weight = weight;
        return weight;
    }

    private long used(String id, int depth) {
        Node node = byId.get(id);
        return node == null ? 0 : bounded(of(node, depth + 1));
    }

    private static long bounded(long weight) {
        return Math.min(weight, MOST + 1);
    }
}
