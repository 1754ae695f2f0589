package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** Cards on paper: printed without anything around them, with links that lead back to this site. */
public final class Printing {

    /** A page of its own in a hidden frame, so that nothing around the component is printed. */
    private static final String PRINT = """
            const frame = document.createElement('iframe');
            frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
            document.body.append(frame);
            const page = frame.contentDocument;
            page.body.className = 'card-page';
            for (const name of ['tokens', $0]) {
              const style = page.createElement('link');
              style.rel = 'stylesheet';
              style.href = new URL('lianbing/' + name + '.css', document.baseURI).href;
              page.head.append(style);
            }
            page.body.append(page.importNode(this, true));
            setTimeout(() => { frame.contentWindow.print(); setTimeout(() => frame.remove(), 60000); }, 500);
            """;

    private Printing() {}

    /**
     * Prints a component that is on the page.
     *
     * @param styles the style sheet that it needs, such as {@code account}
     */
    public static void print(Component what, String styles) {
        what.getElement().executeJs(PRINT, styles);
    }

    /** The site's address as people outside reach it: what was configured, else as this request came. */
    public static String site(String baseUrl) {
        if (!baseUrl.isBlank()) {
            return baseUrl;
        }
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort())
                + request.getContextPath();
    }
}
