/** The table of messages. */
@NullMarked
package org.lianbing.notice.store;

import org.jspecify.annotations.NullMarked;
