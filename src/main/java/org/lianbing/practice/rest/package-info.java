/** Practice over HTTP. */
@NullMarked
package org.lianbing.practice.rest;

import org.jspecify.annotations.NullMarked;
