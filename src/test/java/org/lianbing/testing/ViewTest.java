package org.lianbing.testing;

import com.vaadin.browserless.SpringBrowserlessTest;

/** Base of tests of Vaadin views without a browser. Sign in with {@code @WithUserDetails} or by the security context. */
@IntegrationTest
public abstract class ViewTest extends SpringBrowserlessTest {}
