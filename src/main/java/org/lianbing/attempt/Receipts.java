package org.lianbing.attempt;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.store.JournalReads;
import org.lianbing.attempt.store.ReceiptRows;
import org.lianbing.base.Problem;

/**
 * Whether a receipt agrees with what is stored. Anybody who holds one may ask, so the answer tells nothing else: neither
 * whose it is nor what was answered.
 */
@Service
public class Receipts {

    /** As many digits as are shown on a receipt; 96 bits are beyond guessing. */
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{24,64}");

    /**
     * What came of it.
     *
     * @param agrees whether the chain over the steps that are stored now comes to this number
     * @param since when the number was noted; null where the receipt disagrees
     */
    public record Check(boolean agrees, @Nullable Instant since) {}

    private final ReceiptRows rows;
    private final JournalReads journal;

    Receipts(ReceiptRows rows, JournalReads journal) {
        this.rows = rows;
        this.journal = journal;
    }

    /**
     * Recomputes the chain over the stored steps and compares.
     *
     * @param number the digest or its first 24 digits or more; spaces do not count
     * @param attempt as it stands in the link on the receipt; null for a number that was typed
     * @throws Problem not found, where no receipt has this number
     */
    @Transactional(readOnly = true)
    public Check check(String number, @Nullable AttemptId attempt) {
        String digits = number.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!NUMBER.matcher(digits).matches()) {
            throw Problem.invalid("attempt.receipt-number");
        }
        ReceiptRows.Noted noted = (attempt == null ? rows.beginning(digits) : rows.of(attempt))
                .orElseThrow(() -> Problem.notFound("attempt.no-receipt"));
        String now = journal.sum(noted.attempt()).digest();
        boolean agrees = now.startsWith(digits) && now.equals(noted.digest());
        return new Check(agrees, agrees ? noted.notedAt() : null);
    }
}
