package org.lianbing.paper;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemVersion;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "org.lianbing.paper", importOptions = ImportOption.DoNotIncludeTests.class)
class KeysStayOutOfRenderingTest {

    @ArchTest
    static final ArchRule whatWritesTheFormKnowsNoKey = noClasses()
            .that()
            .resideInAPackage("org.lianbing.paper.render..")
            .should()
            .dependOnClassesThat(belongToAnyOf(
                    SlotKey.class,
                    SlotFeedback.class,
                    Slot.class,
                    FrozenSlot.class,
                    Form.class,
                    Feedbacks.class,
                    Interaction.class,
                    ItemContent.class,
                    ItemVersion.class))
            .because("a key that rendering cannot name is a key it cannot send");

    @ArchTest
    static final ArchRule whatPicksForTheFormKnowsNoFeedback = noClasses()
            .that()
            .haveSimpleName("Delivery")
            .should()
            .dependOnClassesThat(belongToAnyOf(SlotKey.class, SlotFeedback.class, Feedbacks.class));
}
