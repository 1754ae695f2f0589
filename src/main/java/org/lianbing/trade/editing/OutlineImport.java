package org.lianbing.trade.editing;

import java.time.Instant;
import java.util.List;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/**
 * A workbook of outlines on its way in, or an edition that is being revised.
 *
 * @param id which
 * @param fileName of the workbook; empty where an edition is revised
 * @param person who began it
 * @param changedAt when it was changed last
 * @param drafts one for each outline
 */
public record OutlineImport(
        OutlineImportId id, String fileName, PersonId person, Instant changedAt, List<OutlineDraft> drafts) {

    public OutlineImport {
        drafts = List.copyOf(drafts);
    }

    /** One of the drafts; a problem if there is none of that number. */
    public OutlineDraft draft(int number) {
        return drafts.stream()
                .filter(draft -> draft.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }
}
