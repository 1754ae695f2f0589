package org.lianbing.bank.exchange.wide;

import java.io.IOException;

import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;

/** Reads files of tables: rows whose cells a person can mend one by one. Keeps no state between files. */
public interface TableReader {

    /** What takes what is found, in the order of the file. */
    interface Found {
        /** A row that says an item by itself. */
        void row(SheetRow row);

        /** What several rows say together and no single one could, such as a 案例. */
        void question(Question question);

        /** What was left out, as a hidden sheet. */
        void note(ImportProblem note);
    }

    /** The name of the format; part of the API. */
    String format();

    /** Whether the file is of this format: by what is in it. */
    boolean reads(Upload file) throws IOException;

    /** Reads all tables of the file. */
    void read(Upload file, Pictures pictures, Found found) throws IOException;
}
