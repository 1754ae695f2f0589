package org.lianbing.base.ui;

import com.vaadin.flow.component.html.Span;

import org.lianbing.base.QrSvg;

/** A text as a QR code. */
public class QrCode extends Span {

    /**
     * @param text what the camera reads
     * @param label what it is, for those who do not see it
     */
    public QrCode(String text, String label) {
        addClassName("qr");
        // By the browser's own parser, which knows the spelling of SVG attributes.
        getElement().setProperty("innerHTML", QrSvg.of(text, label));
    }
}
