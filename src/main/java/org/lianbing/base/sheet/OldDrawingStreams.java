package org.lianbing.base.sheet;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;

import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DBCellRecord;
import org.apache.poi.hssf.record.DrawingGroupRecord;
import org.apache.poi.hssf.record.DrawingRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordFactory;
import org.apache.poi.hssf.record.TextObjectRecord;

import org.lianbing.base.Problem;

/**
 * Gathers the drawings of an .xls as its reader does, of the whole and of each sheet, and has them weighed where they end.
 * Drawings go on behind the records of objects, texts and what the reader does not know, also where others that it takes
 * away stand between.
 */
final class OldDrawingStreams {

    /** The reader does not remember that these came before. */
    private static final Set<Integer> PASSED = Set.of(
            (int) ContinueRecord.sid,
            (int) BOFRecord.sid,
            (int) EOFRecord.sid,
            (int) DBCellRecord.sid,
            (int) RKRecord.sid,
            (int) MulRKRecord.sid);

    private static final Set<Integer> KNOWN = known();

    /** Where a text says how many signs it has, and how many bytes its formats. */
    private static final int SIGNS = 10;

    private static final int FORMATS = 12;

    private final OldDrawings weights;
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    private long ended;
    private int before;
    /** Of a text, what is still to come. */
    private int signs;

    private int formats;

    OldDrawingStreams(OldDrawings weights) {
        this.weights = weights;
    }

    private static Set<Integer> known() {
        Set<Integer> known = new HashSet<>();
        for (short sid : RecordFactory.getAllKnownRecordSIDs()) {
            known.add(sid & 0xffff);
        }
        return Set.copyOf(known);
    }

    /** Takes the next record; whether it is a part of drawings. */
    boolean takes(int sid, byte[] record, int length) {
        boolean isDrawn = switch (sid) {
            case DrawingGroupRecord.sid -> {
                if (before != DrawingGroupRecord.sid) {
                    end(whole);
                }
                yield written(whole, record, length);
            }
            case DrawingRecord.sid -> written(sheet, record, length);
            case ContinueRecord.sid -> goesOn(record, length);
            default -> false;
        };
        switch (sid) {
            case BOFRecord.sid -> end(sheet);
            case TextObjectRecord.sid -> {
                signs = length < FORMATS + 2 ? 0 : number(record, SIGNS);
                formats = length < FORMATS + 2 ? 0 : number(record, FORMATS);
            }
            default -> {
                // Says nothing of drawings.
            }
        }
        if (!PASSED.contains(sid)) {
            before = sid;
        }
        return isDrawn;
    }

    private boolean goesOn(byte[] record, int length) {
        return switch (before) {
            case DrawingGroupRecord.sid -> written(whole, record, length);
            case DrawingRecord.sid, ObjRecord.sid -> written(sheet, record, length);
            case TextObjectRecord.sid -> !isText(record, length) && written(sheet, record, length);
            default -> !KNOWN.contains(before) && written(sheet, record, length);
        };
    }

    /** Whether it holds the text itself and its formats, which come first ([MS-XLS] 2.4.329). */
    private boolean isText(byte[] record, int length) {
        if (signs == 0 && formats == 0) {
            return false;
        }
        int at = 0;
        if (signs > 0 && length > 0) {
            if (record[0] < 0 || record[0] > 1) {
                throw Problem.invalid("exchange.file-broken");
            }
            int ofSign = record[0] + 1;
            int some = Math.min(signs, (length - 1) / ofSign);
            signs -= some;
            at = 1 + some * ofSign;
        }
        if (signs == 0) {
            formats -= Math.min(formats, length - at);
        }
        return true;
    }

    private static boolean written(ByteArrayOutputStream stream, byte[] record, int length) {
        stream.write(record, 0, length);
        return true;
    }

    private static int number(byte[] record, int at) {
        return (record[at] & 0xff) | (record[at + 1] & 0xff) << 8;
    }

    /** The record before, as the reader remembers it. */
    int before() {
        return before;
    }

    private void end(ByteArrayOutputStream stream) {
        if (stream.size() > 0) {
            ended += weights.weight(stream.toByteArray());
            stream.reset();
        }
    }

    /** What drawings weigh that ended since this was asked last, in bytes. */
    long ended() {
        long some = ended;
        ended = 0;
        return some;
    }

    /** What all drawings weigh that end with the workbook. */
    long end() {
        end(whole);
        end(sheet);
        return ended();
    }
}
