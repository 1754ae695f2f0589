package org.lianbing.bank.exchange.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

import org.commonmark.node.Image;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.bank.exchange.office.OfficePicture;
import org.lianbing.bank.exchange.text.ClipWords;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.media.ClipType;
import org.lianbing.media.MediaFile;

/** Pictures in a Word document, drawings with what was painted of them; of any other stands what it shows. */
final class DocxDrawings {

    /** 96 points an inch; Word counts 914,400 units in one. */
    private static final long UNITS_A_PIXEL = 9_525;

    private record Used(int place, OfficePicture picture) {}

    private final ExportedItems items;
    private final Map<String, Used> used = new LinkedHashMap<>();
    /** Word wants a number of its own for each drawing, also where two show the same picture. */
    private int drawings;

    private boolean blank;

    DocxDrawings(ExportedItems items) {
        this.items = items;
    }

    String drawing(Image image, DocxRuns.Look look) {
        Matcher stored = MarkdownPictures.ADDRESS.matcher(image.getDestination());
        Optional<MediaFile> file = stored.matches() ? items.media(stored.group(1)) : Optional.empty();
        String alt = image.getFirstChild() instanceof Text words ? words.getLiteral() : "";
        Optional<ClipType> clip = file.flatMap(MediaFile::clip);
        if (clip.isPresent()) {
            return DocxRuns.run(ClipWords.words(clip.get(), alt), "");
        }
        return file.flatMap(this::used)
                .map(found -> {
                    blank |= !found.picture().painted();
                    return drawing(++drawings, found, alt, look);
                })
                .orElseGet(() -> DocxRuns.run("〔图：" + alt + "〕", ""));
    }

    /** Whether since the last call there was one that old programs show as white paper, since it cannot be painted. */
    boolean anyBlank() {
        boolean any = blank;
        blank = false;
        return any;
    }

    private Optional<Used> used(MediaFile file) {
        Used before = used.get(file.id().hash());
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Used> found = OfficePicture.of(file).map(picture -> new Used(used.size() + 1, picture));
        found.ifPresent(one -> used.put(file.id().hash(), one));
        return found;
    }

    private static String drawing(int number, Used used, String alt, DocxRuns.Look look) {
        SafePicture.Size size = used.picture().size();
        double scale =
                Math.min(1, Math.min((double) look.widest() / size.width(), (double) look.highest() / size.height()));
        long width = Math.round(size.width() * scale) * UNITS_A_PIXEL;
        long height = Math.round(size.height() * scale) * UNITS_A_PIXEL;
        String extent = "cx=\"" + width + "\" cy=\"" + height + "\"";
        String blip = OfficePicture.blip(shown(used), used.picture().drawing() ? drawn(used) : null);
        return """
                <w:r><w:drawing><wp:inline><wp:extent %s/><wp:docPr id="%d" name="p%d" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="p%d"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>%s<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %s/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>""".formatted(extent, number, number, OfficePicture.attribute(alt), number, number, blip, extent)
                .strip();
    }

    private static String shown(Used used) {
        return "rId" + used.place();
    }

    private static String drawn(Used used) {
        return "rIdSvg" + used.place();
    }

    /** A relationship to a file beside the document. */
    record Relation(String id, @Nullable String file) {}

    /** The relationships of all pictures, in their order. */
    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (Used one : used.values()) {
            relations.add(new Relation(shown(one), one.picture().file()));
            if (one.picture().drawing()) {
                relations.add(new Relation(drawn(one), one.picture().drawingFile()));
            }
        }
        return relations;
    }

    /** Hands over the files of all pictures, one after the other. */
    void files(OfficePicture.Files taker) throws IOException {
        for (Map.Entry<String, Used> one : used.entrySet()) {
            Optional<MediaFile> stored = items.media(one.getKey());
            if (stored.isPresent()) {
                one.getValue().picture().files(stored.get(), taker);
            }
        }
    }
}
