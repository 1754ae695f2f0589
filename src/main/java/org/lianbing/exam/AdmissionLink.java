package org.lianbing.exam;

import org.lianbing.base.PersonId;

/**
 * What lets one person into one exam.
 *
 * @param person who
 * @param seat their number on the roster
 * @param token what stands in the link's fragment
 */
public record AdmissionLink(PersonId person, int seat, String token) {}
