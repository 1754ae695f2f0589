package org.lianbing.bank.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

import org.lianbing.search.Marked;

/** Plain text in which what was looked for stands out. */
final class MarkedText extends Span {

    MarkedText(Marked marked) {
        int at = 0;
        for (Marked.Mark mark : marked.marks()) {
            plain(marked.text().substring(at, mark.start()));
            Element place = new Element("mark");
            place.setText(marked.text().substring(mark.start(), mark.end()));
            getElement().appendChild(place);
            at = mark.end();
        }
        plain(marked.text().substring(at));
    }

    private void plain(String text) {
        if (!text.isEmpty()) {
            getElement().appendChild(Element.createText(text));
        }
    }
}
