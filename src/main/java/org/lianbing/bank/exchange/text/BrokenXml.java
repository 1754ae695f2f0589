package org.lianbing.bank.exchange.text;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.base.Problem;

/**
 * The rest of a file of questions behind the place where it is no sound XML any more: a stray sign in one question, or an
 * upload that broke off. Each question is looked at by itself, so that one costs one.
 */
public final class BrokenXml {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern NAMED = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]{2,8}[0-9]{0,2});");
    private static final Pattern LOOSE =
            Pattern.compile("&(?![A-Za-z]{2,8}[0-9]{0,2};|#[0-9]{1,7};|#x[0-9A-Fa-f]{1,6};)");
    private static final Pattern BARE =
            Pattern.compile("(<[A-Za-z][\\w:.-]*+(?:\\s++[\\w:.-]++\\s*+=\\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+')){0,8}"
                    + "\\s++[\\w:.-]++\\s*+=\\s*+)([^\\s\"'<>=]++)(?=[\\s>])");
    /** Attributes without quotes in one element. */
    private static final int MOST_BARE = 3;

    private static final int LONGEST = 40_000_000;
    private static final int SHOWN = 2000;

    private final Pattern begin;
    private final String end;
    private final Taker taker;

    /**
     * @param element the name of the element that a question is
     * @param taker takes the questions
     */
    public BrokenXml(String element, Taker taker) {
        this.begin = Pattern.compile("<" + element + "\\s");
        this.end = "</" + element + ">";
        this.taker = taker;
    }

    /** Takes the questions. */
    public interface Taker {
        /** One that could be read as XML. */
        void question(Element question, int line);

        /** One that could not. */
        void broken(String source, int line);
    }

    /**
     * Goes through the file from a place on, lines and columns counted from 1.
     *
     * @param in what {@link SafeXml#named} makes of it
     */
    public void read(BufferedReader in, int from, int column) throws IOException {
        StringBuilder open = new StringBuilder();
        int began = from;
        int at = 0;
        for (String whole = in.readLine(); whole != null; whole = in.readLine()) {
            at++;
            if (at < from) {
                continue;
            }
            String line = at == from ? whole.substring(Math.clamp(column - 1, 0, whole.length())) : whole;
            if (begin.matcher(line).find() && !begin.matcher(open).find()) {
                open.setLength(0);
                began = at;
            }
            open.append(line).append('\n');
            if (line.contains(end)) {
                began = finished(open, began, at);
            } else if (open.length() > LONGEST) {
                taker.broken(shown(open.toString()), began);
                open.setLength(0);
                began = at + 1;
            }
        }
        if (begin.matcher(open).find()) {
            taker.broken(shown(open.toString()), began);
        }
    }

    /** Hands over all that is closed, and keeps what is not; says in which line that began. */
    private int finished(StringBuilder open, int began, int at) {
        int closed = open.indexOf(end);
        int from = began;
        while (closed >= 0) {
            one(open.substring(0, closed + end.length()), from);
            open.delete(0, closed + end.length());
            closed = open.indexOf(end);
            from = at;
        }
        return from;
    }

    /** A question that was never closed costs itself, not the one behind it. */
    private void one(String text, int began) {
        Matcher starts = begin.matcher(text);
        int start = -1;
        while (starts.find()) {
            if (start >= 0 && !inData(text, starts.start())) {
                taker.broken(shown(text.substring(start, starts.start())), began);
                start = starts.start();
            } else if (start < 0) {
                start = starts.start();
            }
        }
        if (start < 0) {
            return;
        }
        String source = text.substring(start);
        Optional<Element> read = parsed(FORBIDDEN.matcher(source).replaceAll(""))
                .or(() -> parsed(mended(source)))
                .or(() -> parsed(quoted(mended(source))));
        if (read.isPresent()) {
            taker.question(read.get(), began);
        } else {
            taker.broken(shown(source), began);
        }
    }

    private static boolean inData(String text, int place) {
        return text.lastIndexOf("<![CDATA[", place) > text.lastIndexOf("]]>", place);
    }

    private static Optional<Element> parsed(String xml) {
        try {
            return Optional.of(SafeXml.document(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement());
        } catch (Problem broken) {
            return Optional.empty();
        }
    }

    /** With signs of HTML that XML does not know by name. */
    private static String mended(String xml) {
        String plain = FORBIDDEN.matcher(xml).replaceAll("");
        String named = NAMED.matcher(plain).replaceAll(found -> {
            String sign = Entities.getByName(found.group(1));
            return Matcher.quoteReplacement(sign.isEmpty() ? "&amp;" + found.group(1) + ";" : sign);
        });
        return LOOSE.matcher(named).replaceAll("&amp;");
    }

    /** With quotes around the attributes that have none. */
    private static String quoted(String xml) {
        String quoted = xml;
        for (int i = 0; i < MOST_BARE; i++) {
            quoted = BARE.matcher(quoted).replaceAll("$1\"$2\"");
        }
        return quoted;
    }

    private static String shown(String source) {
        String text = source.strip();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
