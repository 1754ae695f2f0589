package org.lianbing.bank.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Passage;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchIndex;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;

/** Keeps the search index, and whatever else follows, in step with the items. */
@Component
public class ItemDocuments {

    /** The collection that items are found in. */
    public static final String COLLECTION = "item";

    private static final int BATCH = 500;

    private final ItemRows items;
    private final VersionRows versions;
    private final ItemText text;
    private final Outlines outlines;
    private final ReachMarks marks;
    private final SearchIndex index;
    private final List<ItemFollower> followers;

    ItemDocuments(
            ItemRows items,
            VersionRows versions,
            ItemText text,
            Outlines outlines,
            ReachMarks marks,
            SearchIndex index,
            List<ItemFollower> followers) {
        this.items = items;
        this.versions = versions;
        this.text = text;
        this.outlines = outlines;
        this.marks = marks;
        this.index = index;
        this.followers = followers;
    }

    /** Writes the documents of these items anew. A sealed item has none. */
    public void refresh(Collection<ItemId> changed) {
        List<ItemId> all = List.copyOf(changed);
        for (int i = 0; i < all.size(); i += BATCH) {
            List<ItemId> batch = all.subList(i, Math.min(i + BATCH, all.size()));
            Collection<ItemRow> rows = items.find(batch).values();
            index.remove(
                    COLLECTION,
                    rows.stream()
                            .filter(row -> row.secrecy() == Secrecy.SEALED)
                            .map(row -> row.id().value())
                            .toList());
            index.put(documents(rows.stream()
                    .filter(row -> row.secrecy() != Secrecy.SEALED)
                    .toList()));
            followers.forEach(follower -> follower.follow(batch));
        }
    }

    private List<SearchDocument> documents(List<ItemRow> rows) {
        Map<ItemVersionId, VersionRow> found = versions.find(rows.stream()
                .flatMap(row -> Stream.of(row.published(), row.proposed()).filter(java.util.Objects::nonNull))
                .toList());
        return rows.stream().map(row -> document(row, found)).toList();
    }

    /** Found by what is in force and by what is proposed. */
    private SearchDocument document(ItemRow row, Map<ItemVersionId, VersionRow> found) {
        List<VersionRow> both = new ArrayList<>();
        Stream.of(row.published(), row.proposed())
                .filter(java.util.Objects::nonNull)
                .forEach(id -> both.add(found.get(id)));
        StringBuilder stems = new StringBuilder();
        StringBuilder rest = new StringBuilder(row.code());
        Map<String, Set<String>> facets = new HashMap<>();
        facets.put("trade", Set.of(row.trade().toString()));
        facets.put("secrecy", Set.of(row.secrecy().name()));
        facets.put(ReachMarks.FACET, marks.of(row));
        Set<String> states = new HashSet<>(Set.of(row.state().name()));
        if (row.proposalState() != null) {
            states.add(row.proposalState().name());
        }
        facets.put("state", states);
        for (VersionRow version : both) {
            stems.append(text.plain(version.content().stem())).append('\n');
            rest.append('\n').append(words(version));
            facets.computeIfAbsent("type", key -> new HashSet<>())
                    .add(version.content().interaction().type().code());
            version.levels()
                    .forEach(level -> facets.computeIfAbsent("level", key -> new HashSet<>())
                            .add(level.code()));
        }
        return new SearchDocument(COLLECTION, row.id().value(), stems.toString(), rest.toString(), facets);
    }

    private String words(VersionRow version) {
        List<String> parts = new ArrayList<>();
        version.content().passages().stream()
                .filter(passage -> !passage.path().equals("stem"))
                .map(Passage::text)
                .forEach(parts::add);
        outlines.points(version.points()).values().stream().map(Point::name).forEach(parts::add);
        return String.join("\n", parts.stream().map(text::plain).toList());
    }
}
