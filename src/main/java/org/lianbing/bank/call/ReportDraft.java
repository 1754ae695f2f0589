package org.lianbing.bank.call;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.Problem;

/**
 * What somebody says is wrong.
 *
 * @param item with which item
 * @param version what they met
 * @param reason in one word
 * @param words in their own, up to 500 characters; needed where the reason says nothing
 */
public record ReportDraft(ItemId item, ItemVersionId version, ReportReason reason, String words) {

    /** The longest words taken. */
    public static final int LONGEST = 500;

    public ReportDraft {
        words = words.strip();
        if (words.length() > LONGEST) {
            throw Problem.invalid("call.words-long", LONGEST).with("field", "words");
        }
        if (words.isEmpty() && reason == ReportReason.OTHER) {
            throw Problem.invalid("call.words-needed").with("field", "words");
        }
    }
}
