package org.lianbing.base.ui;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.html.Span;
import org.springframework.web.util.HtmlUtils;

/** A text as a QR code, black on white in both schemes, since cameras expect that. */
public class QrCode extends Span {

    private static final int QUIET = 2;

    /**
     * @param text what the camera reads
     * @param label what it is, for those who do not see it
     */
    public QrCode(String text, String label) {
        addClassName("qr");
        // By the browser's own parser, which knows the spelling of SVG attributes.
        getElement().setProperty("innerHTML", svg(text, label));
    }

    private static String svg(String text, String label) {
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
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("An address of this length always fits", e);
        }
    }
}
