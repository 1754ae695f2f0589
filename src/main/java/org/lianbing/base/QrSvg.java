package org.lianbing.base;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.springframework.web.util.HtmlUtils;

/** A QR code (ISO/IEC 18004) as a drawing, black on white in both schemes, since cameras expect that. */
public final class QrSvg {

    /** The white border that the standard demands, in squares. */
    private static final int QUIET_ZONE = 4;

    private QrSvg() {}

    /**
     * An {@code svg} element of one unit a square, to be sized by its surroundings.
     *
     * @param text what the camera reads, some hundreds of characters at most
     * @param label what it is, for those who do not see it
     */
    public static String of(String text, String label) {
        BitMatrix matrix = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s" shape-rendering="crispEdges">\
                <rect width="100%%" height="100%%" fill="#fff"/><path d="%s" fill="#000"/></svg>""".formatted(matrix.getWidth(), matrix.getHeight(), HtmlUtils.htmlEscape(label), path);
    }

    private static BitMatrix encode(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("A text of this length always fits", e);
        }
    }
}
