/** The page of messages, and their count in the frame. */
@NullMarked
package org.lianbing.notice.ui;

import org.jspecify.annotations.NullMarked;
