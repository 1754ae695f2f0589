package org.lianbing.base;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the lines of a displayed formula together, though one may begin like an item of a list or a heading. They become
 * a paragraph, in which the formula is found like any other; without closing dollar signs it ends at an empty line.
 */
final class FormulaBlockParser extends AbstractBlockParser {

    private static final String DOUBLE = "$$";
    private static final int INDENTED_CODE = 4;

    /** Stands in the tree while its lines come: no other block begins within it, as it would in a paragraph. */
    private final Block gathering = new CustomBlock() {};

    private final Paragraph paragraph = new Paragraph();
    private final List<SourceLine> lines = new ArrayList<>();
    private boolean closed;

    @Override
    public Block getBlock() {
        return gathering;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        closed = !lines.isEmpty() && line.getContent().toString().contains(DOUBLE);
        lines.add(line);
    }

    @Override
    public void closeBlock() {
        gathering.insertAfter(paragraph);
        gathering.unlink();
    }

    @Override
    public void parseInlines(InlineParser parser) {
        parser.parse(SourceLines.of(lines), paragraph);
    }

    /** Begins where a line opens a formula and does not close it. */
    static final class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            String line = state.getLine().getContent().toString();
            int start = state.getNextNonSpaceIndex();
            boolean opens = state.getIndent() < INDENTED_CODE
                    && line.startsWith(DOUBLE, start)
                    && !line.substring(start + DOUBLE.length()).contains(DOUBLE);
            return opens ? BlockStart.of(new FormulaBlockParser()).atIndex(start) : BlockStart.none();
        }
    }
}
