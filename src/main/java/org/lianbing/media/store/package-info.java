/** SQL of the media schema. */
@NullMarked
package org.lianbing.media.store;

import org.jspecify.annotations.NullMarked;
