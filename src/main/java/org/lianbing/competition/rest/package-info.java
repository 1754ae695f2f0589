/** Competitions over HTTP, for organizers. */
@NullMarked
package org.lianbing.competition.rest;

import org.jspecify.annotations.NullMarked;
