package org.lianbing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

import org.lianbing.base.database.DatabaseAhead;

/**
 * The one application: every module in one process, each in its own package and database schema. Beans are named by their
 * full class names, so that two modules may each have a class of the same name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Lianbing")
public class LianbingApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(LianbingApplication.class);
        application.addListeners(new DatabaseAhead());
        application.run(args);
    }
}
