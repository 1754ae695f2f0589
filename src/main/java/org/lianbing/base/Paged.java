package org.lianbing.base;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param rows what is on this page
 * @param total how many there are on all pages
 */
public record Paged<T>(List<T> rows, long total) {

    public Paged {
        rows = List.copyOf(rows);
    }

    /** The same page with each row changed. */
    public <R> Paged<R> map(Function<? super T, ? extends R> change) {
        return new Paged<>(rows.stream().<R>map(change).toList(), total);
    }
}
