/** Frozen forms as A4 paper: the paper itself, numbered answer sheets, and the sheet of keys, each a page of HTML by itself. */
@NullMarked
@NamedInterface("print")
package org.lianbing.paper.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
