/** How problems and requests look over HTTP. */
@NullMarked
package org.lianbing.base.rest;

import org.jspecify.annotations.NullMarked;
