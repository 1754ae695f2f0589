/** Measurements against the packaged application in its own process: {@code ./lianbing bench}. Never ships. */
@NullMarked
package org.lianbing.bench;

import org.jspecify.annotations.NullMarked;
