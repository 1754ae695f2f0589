package org.lianbing.bank.commission;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every hour whom to remind. */
@Configuration(proxyBeanMethods = false)
class ReminderJob {

    @Bean
    RecurringTask<Void> remindOfCommissions(Reminders reminders) {
        return Tasks.recurring("remind-of-commissions", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> reminders.remind());
    }
}
