/** What a contestant's player asks over HTTP, with the token of one attempt. */
@NullMarked
package org.lianbing.attempt.rest;

import org.jspecify.annotations.NullMarked;
