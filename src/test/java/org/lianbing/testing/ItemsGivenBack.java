package org.lianbing.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * After each test the items of its exams are free again. All tests share one small bank, and whoever opens a contest
 * and leaves it open would otherwise leave nothing to draw to those who come after.
 */
class ItemsGivenBack implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext()
                .getBean(JdbcClient.class)
                .sql("delete from paper.embargo")
                .update();
    }
}
