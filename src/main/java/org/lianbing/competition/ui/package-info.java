/** Views of competitions: the organizer's desk, and the contests of a worker. */
@NullMarked
package org.lianbing.competition.ui;

import org.jspecify.annotations.NullMarked;
