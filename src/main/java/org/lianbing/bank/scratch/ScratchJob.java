package org.lianbing.bank.scratch;

import java.time.LocalTime;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps every night what nobody came back to. */
@Configuration(proxyBeanMethods = false)
class ScratchJob {

    private static final LocalTime AT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> sweepUnsavedItems(Scratches scratches, ZoneId zone) {
        return Tasks.recurring("sweep-unsaved-items", Schedules.daily(zone, AT))
                .execute((instance, context) -> scratches.sweep());
    }
}
