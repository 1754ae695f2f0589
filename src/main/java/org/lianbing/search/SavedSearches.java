package org.lianbing.search;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.search.store.SavedSearchTable;

/** The searches that people gave names; each sees their own. What one finds is asked anew each time, in one's scope. */
@Service
public class SavedSearches {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SELECTION = 2000;
    private static final int MOST = 50;

    private final SavedSearchTable table;
    private final Clock clock;

    SavedSearches(SavedSearchTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Those of the person, by name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(Actor actor, String collection) {
        return table.of(actor.person(), collection);
    }

    /** Keeps a search under a name; one of the same name is replaced. */
    @Transactional
    public SavedSearch save(Actor actor, String collection, String name, String selection) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Problem.invalid("search.name", LONGEST_NAME).with("field", "name");
        }
        if (selection.length() > LONGEST_SELECTION) {
            throw Problem.invalid("search.selection").with("field", "selection");
        }
        List<SavedSearch> before = table.of(actor.person(), collection);
        if (before.size() >= MOST && before.stream().noneMatch(one -> one.name().equals(called))) {
            throw Problem.conflict("search.too-many", MOST);
        }
        return table.put(actor.person(), collection, called, selection, clock.instant());
    }

    /** Forgets one of the person's; nobody else's can be reached. */
    @Transactional
    public void remove(Actor actor, SavedSearchId id) {
        if (!table.remove(actor.person(), id)) {
            throw Problem.notFound("base.not-found");
        }
    }
}
