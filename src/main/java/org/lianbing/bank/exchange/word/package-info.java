/** Word's .docx, read from its XML: numbering, marks, pictures, formulas and tables, a paragraph at a time. */
@NullMarked
package org.lianbing.bank.exchange.word;

import org.jspecify.annotations.NullMarked;
