package org.lianbing.base;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Formulas in Markdown: {@code $…$} in the line and {@code $$…$$} displayed. In HTML they are code of the class
 * {@code math} with the TeX as text, which browsers without the script for formulas show as it is; in plain text they
 * are the TeX alone.
 */
public final class Formulas
        implements Parser.ParserExtension,
                HtmlRenderer.HtmlRendererExtension,
                TextContentRenderer.TextContentRendererExtension {

    private static final String IN_LINE = "math";
    private static final String DISPLAYED = "math display";

    private Formulas() {}

    public static Formulas create() {
        return new Formulas();
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new FormulaBlockParser.Factory())
                .customInlineContentParserFactory(new FormulaParser.Factory());
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(context -> new Rendering(formula -> html(formula, context.getWriter())));
    }

    @Override
    public void extend(TextContentRenderer.Builder renderer) {
        renderer.nodeRendererFactory(
                context -> new Rendering(formula -> context.getWriter().write(formula.tex())));
    }

    private static void html(Formula formula, HtmlWriter writer) {
        writer.tag("code", Map.of("class", formula.displayed() ? DISPLAYED : IN_LINE));
        writer.text(formula.tex());
        writer.tag("/code");
    }

    private record Rendering(Consumer<Formula> writing) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Formula.class);
        }

        @Override
        public void render(Node node) {
            writing.accept((Formula) node);
        }
    }
}
