package org.lianbing.base.ui;

import com.vaadin.flow.component.Component;

/** Keys of a page that is worked without a mouse: they reach the view unless somebody types in a field. */
public final class DeskKeys {

    /** Calls {@code $server.key(name)}; ends by itself when the view is gone. */
    private static final String LISTEN = """
            const view = this;
            const listen = event => {
              if (!view.isConnected) {
                document.removeEventListener('keydown', listen);
                return;
              }
              if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing) return;
              if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
              const path = event.composedPath();
              const typing = path.some(node => node.isContentEditable
                  || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName || ''));
              const key = (event.ctrlKey ? 'Ctrl+' : '') + event.key;
              if (typing && key !== 'Ctrl+Enter' && key !== 'Escape') return;
              if (key === 'Escape') {
                if (typing) path[0].blur();
                return;
              }
              if (key === 'Enter' && path.some(node => /^(A|BUTTON|VAADIN-BUTTON)$/.test(node.tagName || '')
                  && !node.classList.contains('option'))) return;
              if (!/^([a-zA-Z1-9]|Enter|Backspace|ArrowDown|ArrowUp|Ctrl\\+Enter)$/.test(key)) return;
              event.preventDefault();
              view.$server.key(key);
            };
            document.addEventListener('keydown', listen);
            """;

    private DeskKeys() {}

    /** The view has a {@code @ClientCallable} method {@code key(String)}. */
    public static void follow(Component view) {
        view.addAttachListener(attached -> view.getElement().executeJs(LISTEN));
    }
}
