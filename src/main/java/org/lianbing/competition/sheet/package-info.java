/** Results as Excel files. */
@NullMarked
package org.lianbing.competition.sheet;

import org.jspecify.annotations.NullMarked;
