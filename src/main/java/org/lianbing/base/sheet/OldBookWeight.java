package org.lianbing.base.sheet;

import java.io.IOException;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.WriteProtectRecord;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;

import org.lianbing.base.Problem;

/**
 * Weighs the workbook of an .xls, record by record, before its reader takes it whole: how much memory it would fill with
 * cells, texts and pictures. What a record claims counts, not only how long it is.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/office_file_formats/ms-xls">[MS-XLS]</a>
 */
final class OldBookWeight {

    /** What a workbook may weigh, in bytes of memory. */
    private static final long MOST = 40L << 20;

    private static final int OF_RECORD = 100;
    private static final int OF_CELL = 160;
    private static final int OF_ROW = 240;
    /** A row has a place for each column as far as its last. */
    private static final int OF_COLUMN = 12;

    private static final int OF_TEXT = 190;
    /** Of a byte of shared texts: where formats change within a text, there is an object for each. */
    private static final int OF_TEXT_BYTE = 5;
    /** Of a byte of drawings: they are kept as they came and as objects. */
    private static final int OF_DRAWING_BYTE = 3;

    private static final int OF_OTHER_BYTE = 3;
    /** A shared text has a length and a kind at least. */
    private static final int SHORTEST_TEXT = 3;

    private static final int LONGEST_FORMAT = 1_000;

    private final byte[] record = new byte[RecordInputStream.MAX_RECORD_DATA_SIZE];
    private final OldDrawingStreams drawings;
    private long weight;
    private int number;
    private int row = -1;
    private int column;
    /** Texts that the shared table claims to have, and bytes that came of it so far. */
    private long texts;

    private long textBytes;

    private OldBookWeight(OldDrawings weights) {
        drawings = new OldDrawingStreams(weights);
    }

    /**
     * Weighs a workbook.
     *
     * @throws Problem where it is too heavy, claims more than it has, or is locked
     */
    static void check(DirectoryNode folder, DocumentEntry book) throws IOException {
        try (DocumentInputStream in = folder.createDocumentInputStream(book);
                OldDrawings weights = new OldDrawings()) {
            OldBookWeight weight = new OldBookWeight(weights);
            weight.read(in);
            weight.add(weight.drawings.end());
        }
    }

    private void read(DocumentInputStream in) {
        RecordInputStream records = new RecordInputStream(in);
        int read = 0;
        boolean opening = true;
        while (records.hasNextRecord()) {
            records.nextRecord();
            int sid = records.getSid() & 0xffff;
            opening &= number == 0 && sid == BOFRecord.sid
                    || number == 1 && sid == WriteProtectRecord.sid
                    || sid == FilePassRecord.sid;
            read += 4 + records.remaining();
            if (sid == FilePassRecord.sid) {
                records = unlocked(records, in, opening, read);
            } else {
                take(sid, records);
            }
            number++;
        }
        demandTexts();
    }

    /** Behind a lock without a password, which Excel sets where somebody protects the sheets. */
    private static RecordInputStream unlocked(
            RecordInputStream records, DocumentInputStream in, boolean opening, int read) {
        EncryptionInfo lock = new FilePassRecord(records).getEncryptionInfo();
        try {
            if (opening && !records.isEncrypted() && lock.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                return new RecordInputStream(in, lock, read);
            }
        } catch (java.security.GeneralSecurityException e) {
            throw new EncryptedDocumentException(e);
        }
        throw new EncryptedDocumentException("a password");
    }

    private void take(int sid, RecordInputStream records) {
        int length = records.remaining();
        records.readFully(record, 0, length);
        if (sid != ContinueRecord.sid) {
            demandTexts();
        }
        boolean isDrawn = drawings.takes(sid, record, length);
        add(drawings.ended());
        if (isDrawn) {
            add(OF_RECORD + (long) OF_DRAWING_BYTE * length);
            return;
        }
        switch (sid) {
            case NumberRecord.sid, RKRecord.sid, LabelSSTRecord.sid, BoolErrRecord.sid, BlankRecord.sid ->
                cells(length, 1);
            case LabelRecord.sid, FormulaRecord.sid -> {
                cells(length, 1);
                add((long) OF_OTHER_BYTE * length);
            }
            // Row, first column, six bytes a cell, last column; or two.
            case MulRKRecord.sid -> cells(length, Math.max(0, length - 6) / 6);
            case MulBlankRecord.sid -> cells(length, Math.max(0, length - 6) / 2);
            case RowRecord.sid -> add(OF_ROW);
            case SSTRecord.sid -> {
                texts = length < 8 ? 0 : Integer.toUnsignedLong(number(4) | number(6) << 16);
                textBytes = length;
            }
            case FormatRecord.sid -> {
                if (length > LONGEST_FORMAT) {
                    throw broken();
                }
                add(OF_RECORD + (long) OF_OTHER_BYTE * length);
            }
            case ContinueRecord.sid -> {
                if (drawings.before() == SSTRecord.sid) {
                    textBytes += length;
                } else {
                    add(OF_RECORD + (long) OF_OTHER_BYTE * length);
                }
            }
            default -> add(OF_RECORD + (long) OF_OTHER_BYTE * length);
        }
    }

    private void cells(int length, int count) {
        int at = length < 4 ? 0 : number(0);
        int last = length < 4 ? 0 : number(2) + count - 1;
        if (at != row) {
            row = at;
            column = 0;
            add(OF_ROW);
        }
        if (last > column) {
            add((long) OF_COLUMN * (last - column));
            column = last;
        }
        add((long) OF_CELL * count);
    }

    /** At the end of the table of shared texts: it cannot have more than fit into it. */
    private void demandTexts() {
        if (texts * SHORTEST_TEXT > textBytes) {
            throw broken();
        }
        add(OF_TEXT * texts + OF_TEXT_BYTE * textBytes);
        texts = 0;
        textBytes = 0;
    }

    private int number(int at) {
        return (record[at] & 0xff) | (record[at + 1] & 0xff) << 8;
    }

    private void add(long more) {
        weight += more;
        if (weight > MOST) {
            throw Problem.tooLarge("exchange.file-heavy");
        }
    }

    private static Problem broken() {
        return Problem.invalid("exchange.file-broken");
    }
}
