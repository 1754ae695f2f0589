/** The web server: what a connection and a request may hold. */
@NullMarked
package org.lianbing.base.server;

import org.jspecify.annotations.NullMarked;
