package org.lianbing.trade.sheet;

import java.util.List;

import org.lianbing.trade.editing.OutlineDraft.OutlineNote;
import org.lianbing.trade.editing.OutlineHead;
import org.lianbing.trade.editing.OutlineLine;

/**
 * An outline as it was read.
 *
 * @param tab the sheets it stood in
 * @param head whose it is, as far as the file tells
 * @param lines its ranges and points
 * @param notes what was not taken from the file
 */
public record Outcome(String tab, OutlineHead head, List<OutlineLine> lines, List<OutlineNote> notes) {}
