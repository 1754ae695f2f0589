package org.lianbing.bank.exchange.office;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.SafePicture;
import org.lianbing.base.Problem;
import org.lianbing.media.MediaFile;
import org.lianbing.media.PictureType;
import org.lianbing.media.SvgDrawing;

/**
 * A picture as Office programs take it: what all of them show and, where that was painted from a drawing, the drawing
 * itself, which those since 2016 prefer ([MS-ODRAWXML] 2.3.2.10, {@code svgBlip}).
 *
 * @param name of its file, without the ending
 * @param type of what all programs show
 * @param size in pixels
 * @param drawing whether there is an SVG beside it
 * @param painted whether all programs show something: an SVG that cannot be painted has white paper beside it
 * @param kept what was painted, as long as there is memory
 */
public record OfficePicture(
        String name,
        PictureType type,
        SafePicture.Size size,
        boolean drawing,
        boolean painted,
        SoftReference<byte[]> kept) {

    private static final String SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
    private static final String SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
    private static final int LETTERS_OF_NAME = 16;

    /** Takes the bytes of a file. */
    @FunctionalInterface
    public interface Files {
        void add(String name, byte[] bytes) throws IOException;
    }

    /** How a picture goes along; empty for one that Office programs do not show, such as WebP, that has no size or too large a one. */
    public static Optional<OfficePicture> of(MediaFile file) {
        Optional<PictureType> type = PictureType.ofContentType(file.contentType());
        String name = file.id().hash().substring(0, LETTERS_OF_NAME);
        if (type.filter(PictureType.SVG::equals).isPresent()) {
            SvgDrawing drawing = SvgDrawing.of(file.bytes());
            SafePicture.Size size = new SafePicture.Size(drawing.width(), drawing.height());
            Optional<byte[]> painted = drawing.painted();
            return Optional.of(new OfficePicture(
                    name, PictureType.PNG, size, true, painted.isPresent(), new SoftReference<>(painted.orElse(null))));
        }
        return type.filter(known -> known != PictureType.WEBP)
                .flatMap(known -> size(file)
                        .map(size -> new OfficePicture(name, known, size, false, true, new SoftReference<>(null))));
    }

    /** Empty also for one too large to be shown: the items around it go along all the same. */
    private static Optional<SafePicture.Size> size(MediaFile file) {
        try {
            return SafePicture.size(file.bytes());
        } catch (Problem tooLarge) {
            return Optional.empty();
        }
    }

    /** The file that all programs show. */
    public String file() {
        return name + "." + type.ending();
    }

    /** The file of the drawing, or null. */
    public @Nullable String drawingFile() {
        return drawing ? name + "." + PictureType.SVG.ending() : null;
    }

    /** Hands over its files, painted from what is stored. */
    public void files(MediaFile stored, Files files) throws IOException {
        String svg = drawingFile();
        if (svg == null) {
            files.add(file(), stored.bytes());
        } else {
            files.add(file(), CarriedDrawing.in(shown(stored), stored.bytes()));
            files.add(svg, stored.bytes());
        }
    }

    /** What was said to be painted is never white paper. */
    private byte[] shown(MediaFile stored) {
        byte[] png = kept.get();
        if (png != null) {
            return png;
        }
        SvgDrawing drawing = SvgDrawing.of(stored.bytes());
        return painted
                ? drawing.painted().orElseThrow(() -> Problem.unavailable("media.painting-busy"))
                : drawing.paper();
    }

    /** Words as the value of an attribute: also their line ends come back. */
    public static String attribute(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;")
                .replace("\r", "&#13;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    /**
     * The element that names both files.
     *
     * @param shown the id of the relationship to what all show
     * @param drawn of that to the drawing, or null
     */
    public static String blip(String shown, @Nullable String drawn) {
        if (drawn == null) {
            return "<a:blip r:embed=\"" + shown + "\"/>";
        }
        return "<a:blip r:embed=\"" + shown + "\"><a:extLst><a:ext uri=\"" + SVG_EXTENSION
                + "\"><asvg:svgBlip xmlns:asvg=\"" + SVG_NAMESPACE + "\" r:embed=\"" + drawn
                + "\"/></a:ext></a:extLst></a:blip>";
    }
}
