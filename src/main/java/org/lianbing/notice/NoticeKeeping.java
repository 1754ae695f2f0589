package org.lianbing.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.lianbing.notice.store.NoticeTable;

/** Messages are kept for half a year, read or not; one node forgets the older ones every night. */
@Configuration(proxyBeanMethods = false)
class NoticeKeeping {

    static final Duration KEPT = Duration.ofDays(180);

    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> forgetOldNotices(NoticeTable table, Clock clock, ZoneId zone) {
        return Tasks.recurring("forget-old-notices", Schedules.daily(zone, NIGHT))
                .execute((instance, context) ->
                        table.forgetBefore(clock.instant().minus(KEPT)));
    }
}
