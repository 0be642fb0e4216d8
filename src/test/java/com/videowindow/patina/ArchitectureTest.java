package com.videowindow.patina;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The rules of the house that the build tool cannot say. */
@AnalyzeClasses(packages = "com.videowindow.patina", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "com.videowindow.patina.";

    @ArchTest
    static final ArchRule the_domain_knows_only_the_jdk = classes()
            .that()
            .resideInAPackage(ROOT + "domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "domain..");

    @ArchTest
    static final ArchRule learning_is_pure = noClasses()
            .that()
            .resideInAPackage(ROOT + "learning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "com.mongodb..", "co.elastic..");

    @ArchTest
    static final ArchRule what_is_learned_is_learned_without_circles =
            slices().matching(ROOT + "learning.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_api_never_sees_a_database = noClasses()
            .that()
            .resideInAPackage(ROOT + "api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.mongodb..",
                    "org.bson..",
                    "co.elastic..",
                    ROOT + "projections..",
                    ROOT + "eventlog..",
                    ROOT + "embedded..",
                    ROOT + "sagas..");

    @ArchTest
    static final ArchRule commands_and_questions_do_not_meet = noClasses()
            .that()
            .resideInAPackage(ROOT + "command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "query..", ROOT + "projections..", "com.mongodb..", "co.elastic..");

    @ArchTest
    static final ArchRule questions_do_not_know_who_answers = noClasses()
            .that()
            .resideInAPackage(ROOT + "query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "command..", ROOT + "projections..", "com.mongodb..", "co.elastic..");

    @ArchTest
    static final ArchRule read_models_send_no_commands = noClasses()
            .that()
            .resideInAPackage(ROOT + "projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "command..", ROOT + "sagas..", ROOT + "api..", "org.axonframework.commandhandling..");

    @ArchTest
    static final ArchRule decisions_call_no_clock_and_no_dice = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "domain..", ROOT + "command..", ROOT + "learning..", ROOT + "query..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule handlers_stay_inside_their_package = classes()
            .that()
            .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
            .or()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .or()
            .haveSimpleNameEndingWith("Queries")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule commands_and_questions_name_their_purpose = methods()
            .that()
            .areAnnotatedWith("org.axonframework.commandhandling.CommandHandler")
            .or()
            .areAnnotatedWith("org.axonframework.queryhandling.QueryHandler")
            .should(NamesItsPurpose.OF_WHAT_IT_HANDLES);

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .that(not(resideInAnyPackage("..generated..")))
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Manager|Dto|Helper|Service|Facade|Mapper|Entity)");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule nulls_end_at_every_package =
            classes().that(resideInAPackage("com.videowindow.patina..")).should(LiveIn.A_NULL_MARKED_PACKAGE);
}
