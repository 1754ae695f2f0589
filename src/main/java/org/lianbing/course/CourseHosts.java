package org.lianbing.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.lianbing.base.Actor;

/** What courses ask of those who give them; implemented by the module that knows studios. */
public interface CourseHosts {

    /** Those of the hosts that exist, by id. */
    Map<HostId, Host> hosts(Collection<HostId> ids);

    /** For whom the actor may write courses. */
    List<Host> taughtBy(Actor actor);

    /** Whether the actor may write courses for this host. */
    default boolean mayTeach(Actor actor, HostId host) {
        return taughtBy(actor).stream().anyMatch(taught -> taught.id().equals(host));
    }
}
