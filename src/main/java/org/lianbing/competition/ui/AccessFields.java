package org.lianbing.competition.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;

import org.lianbing.base.AddressRange;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.SafeBrowser;
import org.lianbing.exam.SebKey;

/** From where and with what an exam is sat: address ranges, and the keys of Safe Exam Browser. */
class AccessFields extends Div {

    private static final int LONGEST = 8000;

    private final TextArea addresses = area("addresses");
    private final Checkbox safeBrowser = new Checkbox();
    private final Checkbox ownConfig = new Checkbox();
    private final TextArea configKeys = area("config-keys");
    private final TextArea examKeys = area("exam-keys");

    AccessFields() {
        addClassNames("stack", "access-fields");
        addresses.setPlaceholder("10.20.0.0/16");
        safeBrowser.setLabel(getTranslation("competition.access.browser"));
        safeBrowser.setHelperText(getTranslation("competition.access.browser.help"));
        safeBrowser.addValueChangeListener(change -> reveal(change.isFromClient()));
        ownConfig.setLabel(getTranslation("competition.access.own-config"));
        ownConfig.setHelperText(getTranslation("competition.access.own-config.help"));
        add(addresses, safeBrowser, ownConfig, configKeys, examKeys);
        reveal(false);
    }

    private TextArea area(String what) {
        TextArea area = new TextArea();
        area.setLabel(getTranslation("competition.access." + what));
        area.setHelperText(getTranslation("competition.access." + what + ".help"));
        area.setMaxLength(LONGEST);
        area.setWidthFull();
        area.getElement().setAttribute("data-test", "access-" + what);
        return area;
    }

    /** Whoever asks for the browser mostly means our own configuration. */
    private void reveal(boolean byHand) {
        boolean asked = safeBrowser.getValue();
        ownConfig.setVisible(asked);
        configKeys.setVisible(asked);
        examKeys.setVisible(asked);
        if (byHand && asked && configKeys.isEmpty() && examKeys.isEmpty()) {
            ownConfig.setValue(true);
        }
    }

    void show(AccessRules rules) {
        addresses.setValue(lines(rules.addresses()));
        safeBrowser.setValue(rules.browser().isRequired());
        ownConfig.setValue(rules.browser().ownConfig());
        configKeys.setValue(lines(rules.browser().configKeys()));
        examKeys.setValue(lines(rules.browser().examKeys()));
        reveal(false);
    }

    AccessRules value() {
        SafeBrowser browser = safeBrowser.getValue()
                ? new SafeBrowser(
                        ownConfig.getValue() || configKeys.isEmpty() && examKeys.isEmpty(),
                        SebKey.list(configKeys.getValue()),
                        SebKey.list(examKeys.getValue()))
                : SafeBrowser.ANY;
        return new AccessRules(AddressRange.list(addresses.getValue()), browser);
    }

    private static String lines(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
