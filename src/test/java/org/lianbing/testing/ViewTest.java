package org.lianbing.testing;

import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of Vaadin views without a browser, in Chinese. Sign in by {@link TestCity#actAs}. */
@IntegrationTest
public abstract class ViewTest extends SpringBrowserlessTest {

    /** Else the language would be that of the machine on which the test runs. */
    @BeforeEach
    void speakChinese() {
        VaadinSession.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }
}
