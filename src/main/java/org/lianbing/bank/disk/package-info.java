/** Items as they stand in the files of the question bank. */
@NullMarked
package org.lianbing.bank.disk;

import org.jspecify.annotations.NullMarked;
