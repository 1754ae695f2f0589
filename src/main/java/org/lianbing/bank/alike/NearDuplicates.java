package org.lianbing.bank.alike;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Fingerprint;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemReach;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.alike.store.AlikeEntries;
import org.lianbing.bank.alike.store.AlikeEntry;
import org.lianbing.bank.alike.store.ApartTable;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/**
 * Which items of the bank resemble a content. Only such items are told of as the actor may read: a sealed item, one of
 * another trade or one under embargo is as if it were not there.
 */
@Service
public class NearDuplicates {

    /** From here on two items are nearly the same. */
    public static final double NEAR = 0.8;

    /** From here on a person may want to look. */
    public static final double SIMILAR = 0.6;

    private static final int BATCH = 250;

    private final AlikeEntries entries;
    private final ApartTable apart;
    private final ItemRows items;
    private final ItemReach reach;

    NearDuplicates(AlikeEntries entries, ApartTable apart, ItemRows items, ItemReach reach) {
        this.entries = entries;
        this.apart = apart;
        this.items = items;
        this.reach = reach;
    }

    /**
     * The item most like a text.
     *
     * @param resemblance up to 1
     */
    public record Nearest(String code, ItemId item, double resemblance) {

        /** The resemblance in whole percent, never rounded up. */
        public int percent() {
            return AlikeItem.percent(resemblance);
        }
    }

    private record Hit(AlikeEntry entry, double resemblance) {}

    /** The items most alike, at least {@link #SIMILAR}, best first. */
    @Transactional(readOnly = true)
    public List<AlikeItem> of(Actor actor, ItemContent content, int limit) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        return readable(actor, content, hits(content, Set.of()), limit);
    }

    /** The items most like one that is in the bank, by its proposed content; without those that a person set apart. */
    @Transactional(readOnly = true)
    public List<AlikeItem> of(Actor actor, ItemId item, int limit) {
        ItemRow row = items.find(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        reach.requireReadable(actor, row);
        ItemContent content = telling(reach.items(List.of(row)).getFirst()).content();
        Set<ItemId> without = new HashSet<>(apart.from(item));
        without.add(item);
        return readable(actor, content, hits(content, without), limit);
    }

    /** For each text, by its index, the item most like it, where one resembles it at least so much. */
    @Transactional(readOnly = true)
    public Map<Integer, Nearest> best(Actor actor, List<Shingles> texts, double least) {
        actor.require(Role.TRAINER, Role.REVIEWER);
        Map<Integer, List<Hit>> found = new HashMap<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            int start = from;
            List<Shingles> asked = texts.subList(from, Math.min(from + BATCH, texts.size()));
            entries.candidates(asked.stream().map(MinHash::bands).toList()).forEach(candidate -> {
                double resemblance = asked.get(candidate.text())
                        .resemblance(candidate.entry().shingles());
                if (resemblance >= least) {
                    found.computeIfAbsent(start + candidate.text(), index -> new ArrayList<>())
                            .add(new Hit(candidate.entry(), resemblance));
                }
            });
        }
        return nearest(actor, found);
    }

    /** Which of several texts resemble each other at least so much. */
    public List<AlikePair> among(List<Shingles> texts, double least) {
        PairFinder finder = new PairFinder();
        texts.forEach(text -> finder.add(text, 0));
        return finder.pairs(least, band -> {});
    }

    /** The codes of readable items that say the very same, by {@link Fingerprint}. */
    @Transactional(readOnly = true)
    public Map<String, String> same(Actor actor, Collection<String> fingerprints) {
        List<AlikeEntries.Print> prints = entries.withFingerprints(fingerprints);
        Map<ItemId, ItemRow> rows = readableRows(
                actor, prints.stream().map(AlikeEntries.Print::item).collect(Collectors.toSet()));
        Map<String, String> codes = new HashMap<>();
        for (AlikeEntries.Print print : prints) {
            ItemRow row = rows.get(print.item());
            if (row != null) {
                codes.merge(print.fingerprint(), row.code(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return codes;
    }

    /** The version that an item is compared by when it is looked at: the proposed one before the one in force. */
    static ItemVersion telling(Item item) {
        return Objects.requireNonNull(item.proposed() == null ? item.published() : item.proposed());
    }

    private List<Hit> hits(ItemContent content, Set<ItemId> without) {
        Shingles shingles = Shingles.of(content);
        Stream<Hit> alike = shingles.isEmpty()
                ? Stream.of()
                : entries.candidates(MinHash.bands(shingles)).stream()
                        .map(entry -> new Hit(entry, shingles.resemblance(entry.shingles())));
        Stream<Hit> same =
                entries.withFingerprint(Fingerprint.of(content)).stream().map(entry -> new Hit(entry, 1));
        return Stream.concat(same, alike)
                .filter(hit -> hit.resemblance() >= SIMILAR
                        && !without.contains(hit.entry().item()))
                .toList();
    }

    private List<AlikeItem> readable(Actor actor, ItemContent content, List<Hit> hits, int limit) {
        Map<ItemId, Hit> best = bestOfEach(hits);
        Map<ItemId, ItemRow> rows = readableRows(actor, best.keySet());
        List<Hit> shown = best.values().stream()
                .filter(hit -> rows.containsKey(hit.entry().item()))
                .sorted(Comparator.comparingDouble(Hit::resemblance)
                        .reversed()
                        .thenComparing(hit -> hit.entry().item().value()))
                .limit(limit)
                .toList();
        Map<ItemId, Item> found = items(shown, rows);
        return shown.stream()
                .map(hit -> alike(Objects.requireNonNull(found.get(hit.entry().item())), hit, content))
                .toList();
    }

    private Map<Integer, Nearest> nearest(Actor actor, Map<Integer, List<Hit>> found) {
        Set<ItemId> all = found.values().stream()
                .flatMap(hits -> hits.stream().map(hit -> hit.entry().item()))
                .collect(Collectors.toSet());
        Map<ItemId, ItemRow> rows = all.isEmpty() ? Map.of() : readableRows(actor, all);
        Map<Integer, Nearest> nearest = new HashMap<>();
        found.forEach((index, hits) -> hits.stream()
                .filter(hit -> rows.containsKey(hit.entry().item()))
                .max(Comparator.comparingDouble(Hit::resemblance))
                .ifPresent(hit -> nearest.put(
                        index,
                        new Nearest(
                                Objects.requireNonNull(rows.get(hit.entry().item()))
                                        .code(),
                                hit.entry().item(),
                                hit.resemblance()))));
        return nearest;
    }

    private static Map<ItemId, Hit> bestOfEach(List<Hit> hits) {
        return hits.stream()
                .collect(Collectors.toMap(
                        hit -> hit.entry().item(),
                        Function.identity(),
                        (one, other) -> one.resemblance() >= other.resemblance() ? one : other));
    }

    private Map<ItemId, ItemRow> readableRows(Actor actor, Collection<ItemId> ids) {
        return reach.readable(actor, List.copyOf(items.find(ids).values())).stream()
                .collect(Collectors.toMap(ItemRow::id, Function.identity()));
    }

    private Map<ItemId, Item> items(Collection<Hit> hits, Map<ItemId, ItemRow> rows) {
        List<ItemRow> wanted = hits.stream()
                .map(hit -> Objects.requireNonNull(rows.get(hit.entry().item())))
                .distinct()
                .toList();
        return reach.items(wanted).stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }

    private static AlikeItem alike(Item item, Hit hit, ItemContent content) {
        ItemVersion version = Stream.of(item.published(), item.proposed())
                .filter(Objects::nonNull)
                .filter(each -> each.id().equals(hit.entry().version()))
                .findFirst()
                .orElseGet(() -> telling(item));
        return new AlikeItem(item, version, hit.resemblance(), Difference.between(content, version.content()));
    }
}
