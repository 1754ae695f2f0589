/** Pictures in the files of Office programs, as workbooks and papers share them. */
@NullMarked
package org.lianbing.bank.exchange.office;

import org.jspecify.annotations.NullMarked;
