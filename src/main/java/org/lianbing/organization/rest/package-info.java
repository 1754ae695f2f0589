/** Units over HTTP. */
@NullMarked
package org.lianbing.organization.rest;

import org.jspecify.annotations.NullMarked;
