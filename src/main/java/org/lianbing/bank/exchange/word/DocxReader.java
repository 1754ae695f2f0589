package org.lianbing.bank.exchange.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.SafeXml;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.office.OfficeBlips;
import org.lianbing.bank.exchange.office.PaintedPictures;
import org.lianbing.bank.exchange.paper.Atoms;
import org.lianbing.bank.exchange.paper.PaperParser;
import org.lianbing.bank.exchange.paper.TextLines;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.base.Problem;

/** A paper written in Word. */
@Component
@Order(15)
class DocxReader implements FormatReader {

    static final String FORMAT = "docx";

    private static final String DOCUMENT = "word/document.xml";
    private static final int LARGEST_PART = 32 * 1024 * 1024;
    private static final int LARGEST_PICTURE = 20 * 1024 * 1024;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        byte[] head = file.head(1024 * 1024);
        if (isOldWord(head)) {
            return true;
        }
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            return false;
        }
        try (SafeZip zip = SafeZip.open(file.path())) {
            return zip.has(DOCUMENT);
        }
    }

    /** .doc and .wps are compound files with a stream of this name, written with two bytes a letter. */
    private static boolean isOldWord(byte[] head) {
        boolean compound = head.length > OLE.length && java.util.Arrays.equals(head, 0, OLE.length, OLE, 0, OLE.length);
        return compound
                && new String(head, StandardCharsets.ISO_8859_1)
                        .contains(new String(
                                "WordDocument".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        Atoms atoms = new Atoms();
        PaperParser parser = new PaperParser(atoms);
        lines(file, atoms, parser, pictures);
        for (Upload answers : file.beside()) {
            parser.answersFollow();
            if (reads(answers)) {
                lines(answers, atoms, parser, pictures);
            } else {
                TextLines.read(answers, parser);
            }
        }
        if (parser.questions() == 0) {
            throw Problem.invalid("exchange.paper-no-questions");
        }
        parser.end(found);
    }

    private static void lines(Upload file, Atoms atoms, PaperParser parser, Pictures pictures) throws IOException {
        if (isOldWord(file.head(1024 * 1024))) {
            throw Problem.invalid("exchange.word-old");
        }
        try (SafeZip zip = SafeZip.open(file.path())) {
            Map<String, String> targets = targets(zip);
            PaintedPictures painted = new PaintedPictures(pictures);
            // A sign that is a picture may stand in very many places.
            Map<List<String>, Kept> all = new HashMap<>();
            DocxStyles styles = new DocxStyles(part(zip, "word/styles.xml"));
            Map<String, String> notes = DocxNotes.of(part(zip, "word/footnotes.xml"), part(zip, "word/endnotes.xml"));
            DocxText text = new DocxText(atoms, styles, notes, ids -> {
                Kept kept = all.computeIfAbsent(ids, which -> picture(zip, which, targets, painted));
                if (kept.missed() != null) {
                    parser.remark(kept.missed());
                }
                return Optional.ofNullable(kept.stored());
            });
            DocxNumbering numbering = new DocxNumbering(part(zip, "word/numbering.xml"), styles);
            body(zip, new DocxBody(parser, text, styles, numbering));
        }
    }

    private static void body(SafeZip zip, DocxBody body) throws IOException {
        try (InputStream in = zip.stream(DOCUMENT).orElseThrow(() -> Problem.invalid("exchange.file-broken"))) {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "p" -> body.paragraph(SafeXml.element(xml));
                        case "tbl" -> body.table(SafeXml.element(xml));
                        default -> {
                            // Goes on inside.
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw SafeXml.broken(e);
        }
    }

    private static @Nullable Element part(SafeZip zip, String name) throws IOException {
        Optional<byte[]> bytes = zip.bytes(name, LARGEST_PART);
        return bytes.isEmpty()
                ? null
                : SafeXml.document(new ByteArrayInputStream(bytes.get())).getDocumentElement();
    }

    /** The names of files in the archive by the ids of relationships; what lies outside is left out. */
    private static Map<String, String> targets(SafeZip zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        Element relations = part(zip, "word/_rels/document.xml.rels");
        if (relations != null) {
            for (Element relation : XmlParts.children(relations)) {
                if (!relation.getAttribute("TargetMode").equals("External")) {
                    String target = relation.getAttribute("Target");
                    targets.put(
                            relation.getAttribute("Id"),
                            target.startsWith("/") ? target.substring(1) : "word/" + target);
                }
            }
        }
        return targets;
    }

    /** What became of a picture: where it is kept, or why it is not. */
    private record Kept(@Nullable String stored, @Nullable Remark missed) {

        static Kept not(String code, String name) {
            return new Kept(null, Remark.of(code, name));
        }
    }

    /** The first of several files that is taken: the drawing, else what was painted of it. */
    private static Kept picture(SafeZip zip, List<String> ids, Map<String, String> targets, PaintedPictures pictures) {
        List<String> names =
                ids.stream().map(targets::get).filter(Objects::nonNull).toList();
        if (ids.isEmpty()) {
            return Kept.not("exchange.remark.drawing-left", "");
        }
        if (names.isEmpty()) {
            return Kept.not("exchange.remark.picture-elsewhere", "");
        }
        String plain = plain(names.getFirst());
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (String name : names) {
                zip.bytes(name, LARGEST_PICTURE).ifPresent(bytes -> files.put(plain(name), bytes));
            }
            return files.isEmpty()
                    ? Kept.not("exchange.remark.picture-missing", plain)
                    : new Kept(OfficeBlips.keep(files, pictures), null);
        } catch (Problem refused) {
            return Kept.not("exchange.remark.picture-refused", plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
