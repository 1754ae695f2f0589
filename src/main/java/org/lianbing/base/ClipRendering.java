package org.lianbing.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes an image of Markdown as what its address ends like: sound and film with their controls, everything else as a
 * picture. Nothing plays by itself, and of sound nothing is fetched before somebody wants to hear it.
 */
final class ClipRendering implements NodeRenderer {

    /** The endings of sound. */
    static final String SOUND = "mp3|m4a|aac|ogg|wav";

    /** The endings of film. */
    static final String FILM = "mp4|webm";

    private static final Pattern IS_SOUND = Pattern.compile(".*\\.(?:" + SOUND + ")");
    private static final Pattern IS_FILM = Pattern.compile(".*\\.(?:" + FILM + ")");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    ClipRendering(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
        Image image = (Image) node;
        String address = image.getDestination();
        if (!address.startsWith("data:") && IS_SOUND.matcher(address).matches()) {
            clip("audio", image, Map.of("preload", "none"));
        } else if (!address.startsWith("data:") && IS_FILM.matcher(address).matches()) {
            clip("video", image, Map.of("preload", "metadata", "playsinline", ""));
        } else {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("src", context.encodeUrl(address));
            attributes.put("alt", words(image));
            html.tag("img", context.extendAttributes(image, "img", attributes), true);
        }
    }

    private void clip(String tag, Image image, Map<String, String> more) {
        String words = words(image);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("src", context.encodeUrl(image.getDestination()));
        attributes.put("controls", "");
        attributes.putAll(more);
        if (!words.isBlank()) {
            attributes.put("aria-label", words);
        }
        html.tag(tag, attributes);
        html.text(words);
        html.tag("/" + tag);
    }

    private static String words(Image image) {
        StringBuilder words = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append('\n');
            }
        });
        return words.toString();
    }
}
