package org.lianbing.bank.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemFacet;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Passage;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchIndex;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Keeps the search index, and whatever else follows, in step with the items. */
@Component
public class ItemDocuments {

    /** The collection that items are found in. */
    public static final String COLLECTION = "item";

    /** To be raised when documents are made otherwise, so that all are written anew. */
    static final int SHAPE = 1;

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
            index.put(documents(
                    rows.stream().filter(row -> row.secrecy() != Secrecy.SEALED).toList()));
            followers.forEach(follower -> follower.follow(batch));
        }
    }

    private List<SearchDocument> documents(List<ItemRow> rows) {
        Map<ItemVersionId, VersionRow> found = versions.find(rows.stream()
                .flatMap(row -> Stream.of(row.published(), row.proposed()).filter(Objects::nonNull))
                .toList());
        return rows.stream().map(row -> document(row, found)).toList();
    }

    /** Found by what is in force and by what is proposed. */
    private SearchDocument document(ItemRow row, Map<ItemVersionId, VersionRow> found) {
        List<VersionRow> both = Stream.of(row.published(), row.proposed())
                .filter(Objects::nonNull)
                .map(found::get)
                .toList();
        String stems = both.stream()
                .map(version -> text.plain(version.content().stem()))
                .distinct()
                .collect(Collectors.joining("\n"));
        String rest = Stream.concat(
                        Stream.of(row.code()),
                        both.stream().map(this::words).flatMap(String::lines).distinct())
                .collect(Collectors.joining("\n"));
        int difficulty = both.isEmpty() ? 0 : both.getFirst().content().difficulty();
        return new SearchDocument(COLLECTION, row.id().value(), stems, rest, facets(row, both), row.code(), difficulty);
    }

    private Map<String, Set<String>> facets(ItemRow row, List<VersionRow> both) {
        Map<String, Set<String>> facets = new HashMap<>();
        facets.put(ItemFacet.TRADE.key(), Set.of(row.trade().toString()));
        facets.put(ReachMarks.FACET, marks.of(row));
        facets.put(
                ItemFacet.STATE.key(),
                Stream.of(row.state(), row.proposalState())
                        .filter(Objects::nonNull)
                        .map(ItemState::name)
                        .collect(Collectors.toSet()));
        facets.put(
                ItemFacet.TYPE.key(),
                each(
                        both,
                        version ->
                                Stream.of(version.content().interaction().type().code())));
        facets.put(
                ItemFacet.LEVEL.key(),
                each(both, version -> version.levels().stream().map(Level::code)));
        facets.put(
                ItemFacet.POINT.key(),
                each(both, version -> version.points().stream().map(PointId::toString)));
        facets.put(
                ItemFacet.AUTHOR.key(),
                each(both, version -> Stream.ofNullable(version.author()).map(PersonId::toString)));
        return facets;
    }

    private static Set<String> each(List<VersionRow> both, Function<VersionRow, Stream<String>> values) {
        return both.stream().flatMap(values).collect(Collectors.toSet());
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
