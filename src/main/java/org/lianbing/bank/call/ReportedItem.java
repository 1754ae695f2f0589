package org.lianbing.bank.call;

import java.time.LocalDate;
import java.util.List;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemVersion;

/**
 * An item with the reports of it that wait.
 *
 * @param item which, as it stands
 * @param newest its newest version, in force or proposed
 * @param reports the first made first; at least one
 */
public record ReportedItem(Item item, ItemVersion newest, List<Report> reports) {

    public ReportedItem {
        reports = List.copyOf(reports);
    }

    /** By when the first of them is to be answered. */
    public LocalDate due() {
        return reports.stream().map(Report::due).min(LocalDate::compareTo).orElseThrow();
    }

    /** Whether there is a version newer than any that was reported. */
    public boolean mended() {
        return reports.stream().allMatch(report -> report.versionNumber() < newest.number());
    }
}
