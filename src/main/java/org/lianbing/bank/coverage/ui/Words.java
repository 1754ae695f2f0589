package org.lianbing.bank.coverage.ui;

import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;

import org.lianbing.bank.coverage.PointCoverage;

/** The words for what the map knows by codes. */
final class Words {

    private Words() {}

    /** The kinds that a point lacks, in a row. */
    static String lacking(Component reader, PointCoverage point) {
        return point.lacking().stream()
                .map(kind -> reader.getTranslation("bank.coverage.column." + kind.code()))
                .collect(Collectors.joining(reader.getTranslation("bankui.comma")));
    }
}
