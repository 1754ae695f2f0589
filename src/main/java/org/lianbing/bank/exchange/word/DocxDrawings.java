package org.lianbing.bank.exchange.word;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.Image;
import org.commonmark.node.Text;

import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.bank.exchange.text.ClipWords;
import org.lianbing.media.ClipType;
import org.lianbing.media.MediaFile;

/** Pictures in a Word document. Word draws no SVG without a second picture beside it, so of those stands what they show. */
final class DocxDrawings {

    private static final Pattern STORED = Pattern.compile("media:([0-9a-f]{64})");
    /** 96 points an inch; Word counts 914,400 units in one. */
    private static final long UNITS_A_PIXEL = 9_525;

    private static final int WIDEST = 560;

    private final ExportedItems items;
    private final Map<String, MediaFile> files = new LinkedHashMap<>();

    DocxDrawings(ExportedItems items) {
        this.items = items;
    }

    String drawing(Image image) {
        Matcher stored = STORED.matcher(image.getDestination());
        Optional<MediaFile> file = stored.matches() ? items.media(stored.group(1)) : Optional.empty();
        String alt = image.getFirstChild() instanceof Text words ? words.getLiteral() : "";
        Optional<SafePicture.Size> size = file.flatMap(found -> SafePicture.size(found.bytes()));
        Optional<ClipType> clip = file.flatMap(MediaFile::clip);
        if (clip.isPresent()) {
            return DocxRuns.run(ClipWords.words(clip.get(), alt), "");
        }
        if (file.isEmpty() || size.isEmpty()) {
            return DocxRuns.run("〔图：" + alt + "〕", "");
        }
        String name = name(file.get());
        files.put(name, file.get());
        return drawing(place(name), alt, size.get());
    }

    private int place(String name) {
        return java.util.List.copyOf(files.keySet()).indexOf(name) + 1;
    }

    private static String name(MediaFile file) {
        String kind = file.contentType().substring(file.contentType().indexOf('/') + 1);
        return file.id().hash().substring(0, 16) + "." + (kind.equals("jpeg") ? "jpg" : kind);
    }

    private static String drawing(int place, String alt, SafePicture.Size size) {
        double scale = Math.min(1, (double) WIDEST / size.width());
        long width = Math.round(size.width() * scale) * UNITS_A_PIXEL;
        long height = Math.round(size.height() * scale) * UNITS_A_PIXEL;
        String extent = "cx=\"" + width + "\" cy=\"" + height + "\"";
        return """
                <w:r><w:drawing><wp:inline><wp:extent %s/><wp:docPr id="%d" name="p%d" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="p%d"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %s/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>""".formatted(
                extent, place, place, DocxRuns.escaped(alt).replace("\"", "&quot;"), place, place, place, extent).strip();
    }

    /** All pictures by their names, in the order of their relationships. */
    Map<String, MediaFile> files() {
        return files;
    }
}
