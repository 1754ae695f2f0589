package org.lianbing.base.ui;

import java.util.Map;

import com.vaadin.flow.component.Component;

/**
 * Keys of a page that is worked without a mouse: single ones, which reach the view unless somebody types in a field, and
 * chords with Ctrl or Alt, which reach also who types.
 */
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

    /**
     * Tells a component that one of its chords was pressed within it, or anywhere on the page. The nearest component that
     * knows a chord takes it. The field that somebody types in is left for a moment, so that what stands in it is told
     * first; what an input method is composing is left alone.
     */
    private static final String HEAR = """
            const at = this;
            const everywhere = $1;
            const known = $0.split(' ');
            const target = everywhere ? document : at;
            const listen = event => {
              if (everywhere && !at.isConnected) {
                document.removeEventListener('keydown', listen);
                return;
              }
              if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
              const letter = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
              const key = (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '')
                  + (event.shiftKey ? 'Shift+' : '') + (letter.length === 1 ? letter.toUpperCase() : letter);
              if (!known.includes(key)) return;
              if (everywhere && document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
              event.preventDefault();
              if (event.repeat && !event.altKey) return;
              const field = document.activeElement;
              field?.blur?.();
              at.dispatchEvent(new CustomEvent('desk-chord', { detail: key }));
              field?.focus?.();
            };
            if (at.hearsChords) at.hearsChords();
            target.addEventListener('keydown', listen);
            at.hearsChords = () => target.removeEventListener('keydown', listen);
            """;

    private DeskKeys() {}

    /** What is to happen when a chord such as {@code Alt+ArrowUp} is pressed within a component; Ctrl is also ⌘. */
    public static void within(Component component, Map<String, Runnable> chords) {
        hear(component, chords, false);
    }

    /** The same wherever on the page one is, save in a dialog. */
    public static void everywhere(Component view, Map<String, Runnable> chords) {
        hear(view, chords, true);
    }

    private static void hear(Component component, Map<String, Runnable> chords, boolean everywhere) {
        component
                .getElement()
                .addEventListener("desk-chord", event -> {
                    Runnable act =
                            chords.get(event.getEventData().path("event.detail").asString(""));
                    if (act != null) {
                        act.run();
                    }
                })
                .addEventData("event.detail");
        component.addAttachListener(
                attached -> component.getElement().executeJs(HEAR, String.join(" ", chords.keySet()), everywhere));
    }

    /** The view has a {@code @ClientCallable} method {@code key(String)}. */
    public static void follow(Component view) {
        view.addAttachListener(attached -> view.getElement().executeJs(LISTEN));
    }
}
