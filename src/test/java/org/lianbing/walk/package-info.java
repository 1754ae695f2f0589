/** Walks in a real browser against the packaged application, run by Failsafe. */
@NullMarked
package org.lianbing.walk;

import org.jspecify.annotations.NullMarked;
