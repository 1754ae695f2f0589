package org.lianbing.bank.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;

/** The keys of the editor, told to whoever wants to know. */
class EditKeys extends NativeDetails {

    static final String SAVE = "Ctrl+S";
    static final String SAVE_AND_NEXT = "Ctrl+Shift+S";
    static final String SUBMIT = "Ctrl+Shift+Enter";
    static final String SCREEN = "Alt+P";

    private static final List<String> LINES =
            List.of("Ctrl+Enter", "Alt+ArrowUp", "Alt+ArrowDown", "Alt+Enter", "Alt+Delete", SCREEN);

    /** Those of a page, which come before those of the form. */
    EditKeys(List<String> page) {
        super(new Span());
        addClassNames("edit-keys", "small");
        setSummaryText(getTranslation("bankui.keys.title"));
        DescriptionList list = new DescriptionList();
        page.forEach(key -> tell(list, key));
        LINES.forEach(key -> tell(list, key));
        setContent(list);
    }

    private void tell(DescriptionList list, String key) {
        list.add(new DescriptionList.Term(
                key.replace("Arrow", "").replace("Up", "↑").replace("Down", "↓")));
        list.add(new DescriptionList.Description(getTranslation("bankui.keys." + key.replace('+', '-'))));
    }

    /** Says at a button by which chord it is pressed too. */
    static Button told(Button button, String chord) {
        String control = chord.replace("Ctrl", "Control");
        button.getElement().setAttribute("aria-keyshortcuts", control + " " + chord.replace("Ctrl", "Meta"));
        button.setTooltipText(chord);
        return button;
    }
}
