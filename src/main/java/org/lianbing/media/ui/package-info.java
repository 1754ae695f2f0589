/** What pages need to take files in. */
@NullMarked
package org.lianbing.media.ui;

import org.jspecify.annotations.NullMarked;
