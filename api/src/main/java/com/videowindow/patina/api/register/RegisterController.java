package com.videowindow.patina.api.register;

import com.videowindow.patina.api.lookup.LooksUp;
import com.videowindow.patina.api.page.Page;
import com.videowindow.patina.api.register.Register.Activity;
import com.videowindow.patina.api.register.Register.ConsentPurpose;
import com.videowindow.patina.domain.lookup.LookupKind;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of article 30, for programs and for people. */
@RestController
@RequestMapping("/api/v1/compliance/register")
final class RegisterController {

    private final RegisterEntries entries;

    RegisterController(RegisterEntries entries) {
        this.entries = entries;
    }

    @Operation(
            operationId = "getProcessingRegister",
            summary =
                    "What is done with data about people, on which basis (GDPR article 30), made from the code; a page where text/html is accepted.")
    @LooksUp(LookupKind.PROCESSING_REGISTER)
    @GetMapping
    Register json() {
        return entries.at(Instant.now());
    }

    /** For whoever accepts a page. */
    @Hidden
    @LooksUp(LookupKind.PROCESSING_REGISTER)
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page() {
        Register register = entries.at(Instant.now());
        Page page = new Page("en", "Register of processing activities (GDPR article 30)")
                .table(
                        List.of(
                                "Controller",
                                "Address",
                                "Contact",
                                "Data protection officer",
                                "Authority",
                                "Where the stores are",
                                "Transfers",
                                "Whose data",
                                "Made"),
                        List.of(List.of(
                                register.controller(),
                                register.address(),
                                register.contact(),
                                register.dataProtectionOfficer(),
                                register.authority(),
                                register.locations(),
                                register.transfers(),
                                register.categoriesOfSubjects(),
                                register.generated().toString())))
                .section("Activities")
                .table(
                        List.of(
                                "Store",
                                "What",
                                "Categories of data",
                                "Purposes",
                                "Lawful basis",
                                "Recipients",
                                "Made from",
                                "Kept"),
                        register.activities().stream()
                                .map(RegisterController::row)
                                .toList())
                .section("Uses that people can consent to")
                .table(
                        List.of("Purpose", "Version", "What it is", "Recipients", "Offered"),
                        register.consentPurposes().stream()
                                .map(RegisterController::row)
                                .toList())
                .section("Others who are told of erasures, or how requests stand")
                .text(
                        register.configuredParties().isEmpty()
                                ? "None is configured."
                                : String.join(", ", register.configuredParties()))
                .section("Security (article 30(1)(g))");
        register.security().forEach(page::text);
        return ResponseEntity.ok(page.html());
    }

    private static List<String> row(Activity one) {
        return List.of(
                one.store(),
                one.name(),
                words(one.categories()),
                words(one.purposes()),
                word(one.basis()) + ", article " + one.article(),
                words(one.recipients()),
                one.madeFrom() == null ? "" : String.join(", ", one.madeFrom()),
                one.retention());
    }

    private static List<String> row(ConsentPurpose one) {
        return List.of(
                one.purpose().name(),
                Integer.toString(one.version()),
                one.title() + ": " + one.text(),
                String.join(", ", one.recipients()),
                one.offered() ? "yes" : "no");
    }

    private static String words(Collection<? extends Enum<?>> all) {
        return all.stream().map(RegisterController::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
