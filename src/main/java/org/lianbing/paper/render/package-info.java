/** Turns what may be delivered of a form into the bytes that candidates get. Knows no key; an ArchUnit rule keeps it so. */
@NullMarked
package org.lianbing.paper.render;

import org.jspecify.annotations.NullMarked;
