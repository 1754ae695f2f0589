package org.lianbing.bank.alike;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.lianbing.base.PersonId;

/** The search through the bank as a job, on one node at a time: every night, and when somebody asks. */
@Configuration(proxyBeanMethods = false)
class DuplicateJobs {

    /** A search that a person asked for; its data is who. */
    static final TaskDescriptor<UUID> ON_DEMAND = TaskDescriptor.of("duplicates-on-demand", UUID.class);

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Bean
    Task<Void> duplicatesAtNight(DuplicateSearch search, ZoneId zone) {
        return Tasks.recurring("duplicates-at-night", Schedules.daily(zone, AT_NIGHT))
                .execute((instance, context) -> search.run(null));
    }

    @Bean
    Task<UUID> duplicatesOnDemand(DuplicateSearch search) {
        return Tasks.oneTime(ON_DEMAND)
                .onFailure((complete, operations) -> operations.remove())
                .execute((instance, context) -> search.run(new PersonId(instance.getData())));
    }
}
