package org.lianbing.studio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.course.CourseHosts;
import org.lianbing.course.Host;
import org.lianbing.course.HostId;
import org.lianbing.studio.store.StudioTable;

/** Studios as the givers of courses. */
@Component
class StudioHosts implements CourseHosts {

    private final StudioTable studios;
    private final People people;

    StudioHosts(StudioTable studios, People people) {
        this.studios = studios;
        this.people = people;
    }

    @Override
    public Map<HostId, Host> hosts(Collection<HostId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return hosts(studios.find(
                        ids.stream().map(id -> new StudioId(id.value())).toList()))
                .stream()
                .collect(Collectors.toMap(Host::id, Function.identity()));
    }

    @Override
    public List<Host> taughtBy(Actor actor) {
        return hosts(studios.ledBy(actor.person()));
    }

    private List<Host> hosts(List<Studio> found) {
        Map<PersonId, PersonName> names =
                people.names(found.stream().map(Studio::host).collect(Collectors.toSet()));
        return found.stream()
                .map(studio -> new Host(
                        studio.asHost(),
                        studio.name(),
                        names.containsKey(studio.host())
                                ? names.get(studio.host()).name()
                                : "",
                        "/studios/" + studio.id()))
                .toList();
    }
}
