package org.lianbing.bank;

import java.util.ArrayList;
import java.util.List;

import org.lianbing.base.disk.Flaw;

/**
 * What came of loading the question bank from disk.
 *
 * @param items sound items in the folder
 * @param created new ones, published
 * @param changed those with a new version, published
 * @param proposed those whose change waits for review, since somebody edited the item in the application
 * @param waiting codes of those whose change could not even be proposed yet, since a proposal of a person stands there;
 *     tried again at the next start
 * @param revived those that were gone from disk and are back
 * @param retired those that are gone from disk
 * @param flaws what is wrong in the files
 */
public record LoadReport(
        int items,
        int created,
        int changed,
        int proposed,
        List<String> waiting,
        int revived,
        int retired,
        List<Flaw> flaws) {

    public LoadReport {
        waiting = List.copyOf(waiting);
        flaws = List.copyOf(flaws);
    }

    /** Nothing was loaded, for this reason. */
    static LoadReport nothing(Flaw flaw) {
        return new LoadReport(0, 0, 0, 0, List.of(), 0, 0, List.of(flaw));
    }

    /** The same state of the folder, loaded again: nothing new happened. */
    LoadReport unchanged() {
        return new LoadReport(items, 0, 0, 0, waiting, 0, 0, flaws);
    }

    LoadReport withMore(List<Flaw> more) {
        List<Flaw> all = new ArrayList<>(more);
        all.addAll(flaws);
        return new LoadReport(items, created, changed, proposed, waiting, revived, retired, all);
    }

    /** How many items were touched. */
    public int changes() {
        return created + changed + proposed + revived + retired;
    }
}
