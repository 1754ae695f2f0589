/** Marking of what candidates wrote, by people: dealing answers out, opinions, progress. */
@NullMarked
@NamedInterface("marking")
package org.lianbing.exam.marking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
