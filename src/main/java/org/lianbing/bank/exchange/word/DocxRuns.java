package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import org.lianbing.base.Formula;
import org.lianbing.base.Formulas;

/** Markdown of items as the paragraphs of a Word document. */
final class DocxRuns {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), Formulas.create()))
            .build();

    /** The style of a run that is a formula as it stands in Markdown, where Word has none for it. */
    static final String TEX_STYLE = "LianbingTex";

    private static final String TEX = "<w:rStyle w:val=\"" + TEX_STYLE + "\"/>";

    /** The style of what goes on with a text: a number there, such as that of a list, is none of a question. */
    static final String MORE_STYLE = "LianbingMore";

    /** The same of single signs; one id cannot be of a paragraph and of signs. */
    static final String MORE_SIGNS = "LianbingMoreSigns";

    private static final String MORE = "<w:rStyle w:val=\"" + MORE_SIGNS + "\"/>";
    private static final String CODE = "<w:rStyle w:val=\"LianbingCode\"/>";
    private static final int TABLE_WIDTH = 8_800;

    /** What a text is on the paper: its style, how far lines that go on are set in, in twentieths of a point, and how large its pictures. */
    enum Look {
        QUESTION("LianbingQuestion", 420, 480),
        OPTION("LianbingOption", 840, 240),
        ANSWER("LianbingAnswer", 420, 480);

        private final String style;
        private final int indent;
        private final int picture;

        Look(String style, int indent, int picture) {
            this.style = style;
            this.indent = indent;
            this.picture = picture;
        }

        /** How wide a picture in it may be, in pixels of 96 an inch. */
        int widest() {
            return picture;
        }

        /** How high: a question with its pictures and options is to stand on one page. */
        int highest() {
            return picture * 3 / 4;
        }

        private String first(boolean kept) {
            return "<w:pPr><w:pStyle w:val=\"" + style + "\"/>" + keep(kept) + "</w:pPr>";
        }

        private String more(boolean kept) {
            return "<w:pPr><w:pStyle w:val=\"" + MORE_STYLE + "\"/>" + keep(kept) + "<w:ind w:left=\"" + indent
                    + "\"/></w:pPr>";
        }

        private static String keep(boolean kept) {
            return kept ? "<w:keepNext/>" : "";
        }
    }

    private final BiFunction<Image, Look, String> pictures;

    /** @param pictures the drawing for a picture, or words in its place */
    DocxRuns(BiFunction<Image, Look, String> pictures) {
        this.pictures = pictures;
    }

    /**
     * A line such as {@code 1、} or {@code A、} and the Markdown behind it.
     *
     * @param kept whether what comes next stands on the same page
     */
    String paragraphs(Look look, boolean kept, String label, String markdown) {
        Writing writing = new Writing(look, kept, label);
        PARSER.parse(markdown).accept(writing);
        return writing.done();
    }

    /** Words as they are. */
    static String run(String text, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private final class Writing extends AbstractVisitor {
        private final StringBuilder all = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private final Look look;
        private final boolean kept;
        private String properties = "";

        Writing(Look look, boolean kept, String label) {
            this.look = look;
            this.kept = kept;
            line.append(label.isEmpty() ? "" : run(label, ""));
        }

        String done() {
            end();
            return all.toString();
        }

        private void end() {
            if (!line.isEmpty()) {
                String begin = all.isEmpty() ? look.first(kept) : look.more(kept);
                all.append("<w:p>").append(begin).append(line).append("</w:p>");
                line.setLength(0);
            }
        }

        private void within(String property, Node node) {
            String before = properties;
            properties = before + property;
            visitChildren(node);
            properties = before;
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            end();
        }

        @Override
        public void visit(ListItem item) {
            line.append(run(mark(item), MORE));
            visitChildren(item);
            end();
        }

        private static String mark(ListItem item) {
            if (!(item.getParent() instanceof OrderedList list)) {
                return "· ";
            }
            Integer first = list.getMarkerStartNumber();
            int number = first == null ? 1 : first;
            for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            return number + ". ";
        }

        @Override
        public void visit(Text text) {
            line.append(run(text.getLiteral(), properties));
        }

        @Override
        public void visit(Code code) {
            line.append(run(code.getLiteral(), CODE + properties));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.getLiteral().lines().forEach(each -> {
                line.append(run(each, CODE));
                end();
            });
        }

        @Override
        public void visit(StrongEmphasis strong) {
            within("<w:b/>", strong);
        }

        @Override
        public void visit(Emphasis emphasis) {
            within("<w:i/>", emphasis);
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            line.append(run(" ", ""));
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            line.append("<w:r><w:rPr>" + MORE + "</w:rPr><w:br/></w:r>");
        }

        @Override
        public void visit(HtmlInline html) {
            properties = switch (html.getLiteral()) {
                case "<sub>" -> properties + "<w:vertAlign w:val=\"subscript\"/>";
                case "<sup>" -> properties + "<w:vertAlign w:val=\"superscript\"/>";
                case "</sub>", "</sup>" -> properties.replaceFirst("<w:vertAlign w:val=\"[a-z]+\"/>$", "");
                default -> properties;
            };
        }

        @Override
        public void visit(Image image) {
            line.append(pictures.apply(image, look));
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Formula formula) {
                line.append(DocxFormula.of(formula).orElseGet(() -> run(formula.source(), TEX + properties)));
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                end();
                int columns = columns(table);
                all.append("<w:tbl><w:tblPr><w:tblW w:w=\"" + TABLE_WIDTH + "\" w:type=\"dxa\"/><w:tblInd w:w=\""
                        + look.indent
                        + "\" w:type=\"dxa\"/><w:tblBorders>"
                        + List.of("top", "left", "bottom", "right", "insideH", "insideV").stream()
                                .map(side -> "<w:" + side + " w:val=\"single\" w:sz=\"4\"/>")
                                .reduce("", String::concat)
                        + "</w:tblBorders></w:tblPr><w:tblGrid>"
                        + ("<w:gridCol w:w=\"" + TABLE_WIDTH / columns + "\"/>").repeat(columns)
                        + "</w:tblGrid>");
                rows(table);
                all.append("</w:tbl>");
            } else {
                visitChildren(block);
            }
        }

        private static int columns(Node parent) {
            int columns = 1;
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                columns = Math.max(
                        columns, node instanceof TableRow row ? cells(row).size() : columns(node));
            }
            return columns;
        }

        private static List<TableCell> cells(TableRow row) {
            return Stream.iterate(row.getFirstChild(), Objects::nonNull, Node::getNext)
                    .filter(TableCell.class::isInstance)
                    .map(TableCell.class::cast)
                    .toList();
        }

        private void rows(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof TableRow row) {
                    all.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
                    cells(row).forEach(this::cell);
                    all.append("</w:tr>");
                } else {
                    rows(node);
                }
            }
        }

        private void cell(TableCell cell) {
            visitChildren(cell);
            all.append("<w:tc><w:p>").append(line).append("</w:p></w:tc>");
            line.setLength(0);
        }
    }
}
