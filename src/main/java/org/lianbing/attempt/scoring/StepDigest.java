package org.lianbing.attempt.scoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.journal.StoredStep;

/**
 * The digest on a receipt: a chain over all steps, so that nobody can add, drop, change or move one afterwards without
 * its showing. It starts with SHA-256 of the attempt's id; each step makes SHA-256 of (digest so far, epoch, sequence,
 * slot, value in UTF-8), the numbers as four bytes each. docs/receipts.md tells it to those who want to recompute one.
 */
public final class StepDigest {

    private final MessageDigest sha = sha256();
    private byte[] digest;

    /** The chain before the first step. */
    public StepDigest(AttemptId attempt) {
        this.digest = sha.digest(attempt.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The next step. */
    public void add(StoredStep step) {
        sha.update(digest);
        sha.update(ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(step.epoch())
                .putInt(step.sequence())
                .putInt(step.slot())
                .array());
        digest = sha.digest(step.value().getBytes(StandardCharsets.UTF_8));
    }

    /** The digest over all steps so far, hexadecimal. */
    public String hexadecimal() {
        return HexFormat.of().formatHex(digest);
    }

    /** The digest before the first step and after each, hexadecimal: one more than there are steps. */
    public static List<String> chain(AttemptId attempt, List<StoredStep> steps) {
        StepDigest digest = new StepDigest(attempt);
        List<String> chain = new ArrayList<>(steps.size() + 1);
        chain.add(digest.hexadecimal());
        for (StoredStep step : steps) {
            digest.add(step);
            chain.add(digest.hexadecimal());
        }
        return chain;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
