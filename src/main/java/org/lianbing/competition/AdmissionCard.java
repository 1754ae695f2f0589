package org.lianbing.competition;

import org.lianbing.base.PersonId;
import org.lianbing.exam.ExamId;

/**
 * What a contestant is handed before the contest (准考卡).
 *
 * @param person who
 * @param name in full
 * @param unit for whom they compete
 * @param seat their number on the roster
 * @param exam which exam it opens
 * @param token the signed part of the link
 */
public record AdmissionCard(PersonId person, String name, String unit, int seat, ExamId exam, String token) {

    /** The link without the site's address. The token stands in the fragment, which no server's log sees. */
    public String path() {
        return "/sitting/?exam=" + exam + "#ticket=" + token;
    }
}
