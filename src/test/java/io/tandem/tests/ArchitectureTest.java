package io.tandem.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The lines that the design draws (section 1), and the house style as far as bytecode shows it. */
class ArchitectureTest {

    private static final String HUB = "io.tandem.campaigns..";
    private static final String SPOKES = "io.tandem.translators..";
    private static final String AUTOCALL = "io.tandem.translators.autocall..";
    private static final String VOIPBIN = "io.tandem.translators.voipbin..";
    private static final String PERSISTENCE = "io.tandem.persistence..";
    private static final String GATEWAY = "io.tandem.gateway..";

    /** Where real time comes from, the only place. */
    private static final Set<String> CLOCKS = Set.of("io.tandem.gateway.time.RealTime");

    /** Where chance comes from: what each draws is on the right. */
    private static final Set<String> CHANCES = Set.of(
            "io.tandem.gateway.security.RandomSecrets", // secrets
            "io.tandem.gateway.http.RequestId", // request ids, which need not be secret but not be guessed either
            "io.tandem.gateway.admin.TenantKeys", // api keys, which look like UUIDs
            "io.tandem.gateway.time.UuidSevens", // ids of objects
            "io.tandem.gateway.engine.DialingFactory", // the scheduler's generator, injected
            "io.tandem.gateway.Gateway", // the name of its sessions
            "io.tandem.persistence.ReplicaName"); // this process's name as an owner

    /** Where a thread sleeps: for calls to end, at shutdown. */
    private static final Set<String> SLEEPERS =
            Set.of("io.tandem.campaigns.scheduler.SchedulerLoop", "io.tandem.gateway.time.Pause");

    private static final Set<String> READ_THE_CLOCK =
            Set.of("now", "currentTimeMillis", "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis");
    private static final Set<String> DRAW =
            Set.of("random", "randomUUID", "current", "getInstanceStrong", "getDefault");

    private static final JavaClasses EVERYTHING = imported();
    private static final JavaClasses SHIPPED = EVERYTHING.that(
            describe("are shipped", type -> !type.getPackageName().startsWith("io.tandem.tests")));

    @Test
    void theHubDependsOnTheJdkAndJspecifyOnly() {
        check(of(HUB).should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(HUB, "java..", "org.jspecify.annotations.."));
    }

    @Test
    void theHubKnowsNoDatabaseAndNoNetwork() {
        check(noneOf(HUB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.channels.."));
    }

    @Test
    void translatorsSeeTheHubAndTheirParsersOnly() {
        check(of(SPOKES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        SPOKES,
                        HUB,
                        "java..",
                        "org.jspecify.annotations..",
                        "com.fasterxml.jackson..",
                        "com.google.i18n.phonenumbers..",
                        "de.siegmar.fastcsv.."));
    }

    @Test
    void theSpokesNeverSeeEachOther() {
        check(noneOf(AUTOCALL).should().dependOnClassesThat().resideInAPackage(VOIPBIN));
        check(noneOf(VOIPBIN).should().dependOnClassesThat().resideInAPackage(AUTOCALL));
        check(noneOf("io.tandem.translators.phone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AUTOCALL, VOIPBIN));
    }

    @Test
    void onlyPersistenceSeesSql() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(PERSISTENCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    @Test
    void onlyTheGatewaySeesHttp() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(GATEWAY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.http..", "io.micronaut.web..", "io.netty..", "java.net.http.."));
    }

    @Test
    void nobodySeesTheGateway() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(GATEWAY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GATEWAY));
    }

    @Test
    void persistenceSeesTheHubAndNoTranslator() {
        check(noneOf(PERSISTENCE).should().dependOnClassesThat().resideInAPackage(SPOKES));
    }

    @Test
    void thePackagesOfTheHubAndOfTheTranslatorsMakeNoCircle() {
        check(slices().matching("io.tandem.campaigns.(*)..").should().beFreeOfCycles());
        check(slices().matching("io.tandem.translators.(*)..").should().beFreeOfCycles());
    }

    @Test
    void timeIsAnInput() {
        check(allBut(CLOCKS).should().accessTargetWhere(readsTheClock()));
    }

    @Test
    void chanceIsAnInput() {
        check(allBut(CHANCES).should().accessTargetWhere(drawsAtRandom()));
    }

    @Test
    void translatorsMeasureNoTime() {
        check(noneOf(SPOKES).should().accessTargetWhere(is(System.class, Set.of("nanoTime"))));
    }

    @Test
    void nobodySleepsWhereAConditionCanBeAwaited() {
        check(allBut(SLEEPERS)
                .should()
                .accessTargetWhere(is(Thread.class, Set.of("sleep"))
                        .or(is(java.util.concurrent.TimeUnit.class, Set.of("sleep")))
                        .or(is(java.util.concurrent.locks.LockSupport.class, Set.of("parkNanos", "parkUntil")))));
    }

    @Test
    void theNamedExceptionsAreThere() {
        List<Set<String>> exceptions = List.of(CLOCKS, CHANCES, SLEEPERS);

        assertThat(exceptions).allSatisfy(names -> assertThat(names).allMatch(SHIPPED::contain));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tandem..")
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info|Base)(\\$.*)?"));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> bare = EVERYTHING.stream()
                .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .toList();

        assertThat(bare).isEmpty();
    }

    /** Foreign classes by their names alone: reading all of them takes half a minute and tells these rules nothing. */
    private static JavaClasses imported() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPackages("io.tandem");
    }

    private static void check(ArchRule rule) {
        rule.check(SHIPPED);
    }

    private static GivenClassesConjunction of(String... packages) {
        return classes().that(resideInAnyPackage(packages));
    }

    private static GivenClassesConjunction noneOf(String... packages) {
        return noClasses().that(resideInAnyPackage(packages));
    }

    /** All that is shipped but these and what is nested in them. */
    private static GivenClassesConjunction allBut(Set<String> names) {
        return noClasses()
                .that(describe(
                        "are none of " + names,
                        type -> !names.contains(type.getName().split("\\$", 2)[0])));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe("reads the clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean isClock = owner.startsWith("java.time.") || owner.equals("java.lang.System");
            boolean isOld = name.equals("<init>")
                            && owner.equals("java.util.Date")
                            && access.getTarget().getFullName().endsWith("()")
                    || name.equals("getInstance") && owner.equals("java.util.Calendar");
            return isClock && READ_THE_CLOCK.contains(name) || isOld;
        });
    }

    private static DescribedPredicate<JavaAccess<?>> drawsAtRandom() {
        return describe("draws at random", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return switch (owner) {
                case "java.util.UUID", "java.lang.Math", "java.util.concurrent.ThreadLocalRandom" ->
                    DRAW.contains(name);
                case "java.util.random.RandomGenerator", "java.security.SecureRandom" ->
                    name.equals("<init>") || DRAW.contains(name);
                // With a seed it is the caller's chance, not ours.
                case "java.util.Random", "java.util.SplittableRandom" ->
                    name.equals("<init>") && access.getTarget().getFullName().endsWith("()");
                case "com.fasterxml.uuid.Generators" -> true;
                default -> false;
            };
        });
    }

    private static DescribedPredicate<JavaAccess<?>> is(Class<?> owner, Set<String> names) {
        return describe(
                owner.getSimpleName() + "." + names,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && names.contains(access.getTarget().getName()));
    }
}
