/** Stored files over HTTP. */
@NullMarked
package org.lianbing.media.rest;

import org.jspecify.annotations.NullMarked;
