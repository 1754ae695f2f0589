/** Studios over HTTP. */
@NullMarked
package org.lianbing.studio.rest;

import org.jspecify.annotations.NullMarked;
