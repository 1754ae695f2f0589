package org.lianbing.bank;

/**
 * An item as the candidate's own page shows it, outside any form. Declared here and implemented by the module that
 * delivers forms, so that what authors see while they write is what candidates get.
 */
public interface CandidateSheet {

    /**
     * The JSON of a form with this item alone, without a key: options, steps and pairs in the author's order, of a 计算
     * one variant, of a 案例 one slot a part. What is not written yet is left out, so that an item can be looked at from
     * its first word on.
     */
    String form(ItemContent content);
}
