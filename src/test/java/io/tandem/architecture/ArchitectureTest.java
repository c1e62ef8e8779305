package io.tandem.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The lines of design section 1. */
@AnalyzeClasses(packages = "io.tandem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String HUB = "io.tandem.campaigns..";
    private static final String VOIPBIN = "io.tandem.translators.voipbin..";
    private static final String AUTOCALL = "io.tandem.translators.autocall..";
    private static final String TRANSLATORS = "io.tandem.translators..";
    private static final String PERSISTENCE = "io.tandem.persistence..";
    private static final String GATEWAY = "io.tandem.gateway..";

    @ArchTest
    static final ArchRule HUB_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage(HUB)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(HUB, "java..", "org.jspecify..", "io.soabase.recordbuilder..", "javax.annotation..");

    @ArchTest
    static final ArchRule HUB_DOES_NO_IO_OF_ITS_OWN_BUT_THE_JOURNAL = noClasses()
            .that()
            .resideInAPackage(HUB)
            .and()
            .resideOutsideOfPackage("io.tandem.campaigns.simulated..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..");

    @ArchTest
    static final ArchRule SPOKES_DO_NOT_SEE_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage(VOIPBIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(AUTOCALL)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SPOKES_DO_NOT_SEE_EACH_OTHER_EITHER = noClasses()
            .that()
            .resideInAPackage(AUTOCALL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(VOIPBIN)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TRANSLATORS_KNOW_NEITHER_SERVER_NOR_DATABASE = noClasses()
            .that()
            .resideInAPackage(TRANSLATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GATEWAY, PERSISTENCE, "io.micronaut..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_PERSISTENCE_SEES_SQL = noClasses()
            .that()
            .resideOutsideOfPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule PERSISTENCE_KNOWS_THE_HUB_ONLY = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(GATEWAY, TRANSLATORS);

    @ArchTest
    static final ArchRule ONLY_THE_GATEWAY_SEES_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage(GATEWAY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http..", "java.net.http..", GATEWAY);

    @ArchTest
    static final ArchRule RULES_ASK_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("io.tandem.campaigns.model..", "io.tandem.campaigns.rules..", "io.tandem.translators..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
